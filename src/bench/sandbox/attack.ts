import { z } from "zod";

/** One attack on the code sandbox, as in sandbox-attacks.json. */
export const attack = z.strictObject({
  id: z.string(),
  class: z.string(),
  /** Body of an async guest function; `//---next-run---` on a line of its own separates runs. */
  code: z.string(),
  expect: z.union([z.enum(["contained", "throws", "timeout", "memory"]), z.string().startsWith("value:")]),
});
export type Attack = z.infer<typeof attack>;

export const attacks = z.array(attack);

export const attackRow = z.strictObject({
  id: z.string(),
  class: z.string(),
  expect: z.string(),
  verdict: z.enum(["contained", "watchdog", "crashed", "escaped"]),
  match: z.boolean(),
  ms: z.number(),
  /** Why it counts as escaped, or how it ended where that was not expected. */
  note: z.string().optional(),
});
export type AttackRow = z.infer<typeof attackRow>;
