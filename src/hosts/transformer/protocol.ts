import { z } from "zod";

/** What is asked of the worker that holds a model; one thing at a time. */
export type Question =
  | { readonly kind: "load"; readonly model: Uint8Array; readonly tokenizer: Uint8Array }
  | { readonly kind: "score"; readonly text: string; readonly attack: number; readonly window: number };

/** A worker runs somebody else's graph: what comes out of it is checked. */
export const answerOf = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready") }),
  z.strictObject({ kind: z.literal("score"), score: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal("unusable"), sentence: z.string().max(500) }),
]);
export type Answer = z.infer<typeof answerOf>;
