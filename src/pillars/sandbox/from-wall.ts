import { z } from "zod";
import { maximumErrorLength, maximumNameLength } from "./limits.ts";

/**
 * What the inside of wall 2 tells the parent, which parses every message: the inside may be in the hands of hostile code. Values are
 * JSON text throughout.
 */
const size = z.number().min(0).finite();
const count = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);

/** Endings that only the parent can see are not in here. */
const wallEnding = z.discriminatedUnion("how", [
  z.strictObject({
    how: z.literal("value"),
    /** A buffer that can grow is none: what decodes it may throw at it. */
    text: z.union([z.string(), z.instanceof(ArrayBuffer).refine(({ resizable }) => !resizable)]),
    /** Names of a query's columns in its order: JSON text as well. */
    columns: z.string().exactOptional(),
  }),
  z.strictObject({
    how: z.literal("thrown"),
    message: z.string().max(maximumErrorLength + 2),
    line: z.number().int().positive().exactOptional(),
    isDenial: z.boolean(),
  }),
  z.strictObject({ how: z.literal("value-fault"), fault: z.enum(["too-large", "too-deep", "not-json"]) }),
  z.strictObject({ how: z.enum(["interrupted", "stuck", "out-of-memory", "too-many-rows", "stack", "broken"]) }),
]);

export const fromWall = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ready") }),
  z.strictObject({ kind: z.literal("call"), id: count, tool: z.string().max(maximumNameLength), argument: z.string() }),
  z.strictObject({ kind: z.literal("log"), line: z.string() }),
  /** Several at once. */
  z.strictObject({ kind: z.literal("logs"), lines: z.array(z.string()) }),
  /** Nothing to do until an answer comes: the parent stops counting time. */
  z.strictObject({ kind: z.literal("idle") }),
  z.strictObject({ kind: z.literal("end"), ending: wallEnding, cpuMs: size, memoryBytes: size }),
]);
export type FromWall = z.infer<typeof fromWall>;
export type WallEnding = z.infer<typeof wallEnding>;
