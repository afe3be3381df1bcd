import { z } from "zod";
import { codeLanguage, codeReads, pythonLibrary } from "#engine";

/**
 * Where the attacker's code runs. `guest`: as code does, behind both walls. `worker`: in place of the engine, as if wall 1
 * had fallen. `frame`: as the script of the frame, as if the worker had been left too (a browser only).
 */
export const attackPlaces = ["guest", "worker", "frame"] as const;

/** One attack on the code sandbox, as in sandbox-attacks.json. */
export const attack = z.strictObject({
  id: z.string(),
  class: z.string(),
  language: codeLanguage.exactOptional(),
  /** For Python; the small one where it is left out. */
  library: pythonLibrary.exactOptional(),
  place: z.enum(attackPlaces).exactOptional(),
  /** Only there, where it is not meant for every host. */
  host: z.enum(["node", "browser"]).exactOptional(),
  /** JSON that the code sees, where it is not the corpus's usual one. */
  input: z.json().exactOptional(),
  /** What a query may read of it; everything where it is left out. */
  reads: codeReads.exactOptional(),
  /** Body of an async guest function; `//---next-run---` on a line of its own (after `--` or `#` as well) separates runs. */
  code: z.string(),
  expect: z.union([z.enum(["contained", "throws", "timeout", "memory"]), z.string().startsWith("value:")]),
});
export type Attack = z.infer<typeof attack>;

/** A corpus. One without an attack proves nothing, so it is refused. */
export const attacks = z.array(attack).min(1, "it holds no attack");

export const attackRow = z.strictObject({
  id: z.string(),
  class: z.string(),
  expect: z.string(),
  verdict: z.enum(["contained", "watchdog", "crashed", "escaped"]),
  match: z.boolean(),
  ms: z.number(),
  /** Longest time for which the page answered nothing, in a browser. */
  stallMs: z.number().exactOptional(),
  /** Why it counts as escaped, or how it ended where that was not expected. */
  note: z.string().exactOptional(),
});
export type AttackRow = z.infer<typeof attackRow>;
