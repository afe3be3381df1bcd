import { z } from "zod";

/** What goes between the benchmark and the process of a peer. */
export const question = z.object({ text: z.string(), task: z.enum(["orders", "personal", "secrets"]) });

export const message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("failed"), sentence: z.string() }),
  z.object({ kind: z.literal("answer"), stopped: z.boolean(), text: z.string(), ms: z.number() }),
]);
export type Message = z.infer<typeof message>;
