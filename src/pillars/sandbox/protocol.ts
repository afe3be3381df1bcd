import { z } from "zod";
import type { CodeLanguage, CodeLimits } from "#engine";
import { maximumErrorLength, maximumNameLength } from "./limits.ts";

/**
 * What crosses between the parent and the inside of wall 2. Both sides parse every message: the inside may be in the hands
 * of hostile code, and the parent may be a page that other scripts can post to. Values are JSON text throughout.
 */
const size = z.number().min(0).finite();
const count = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31);

/** Spelt out for the compiler to check: importing the engine's list would load the engine into every worker. */
const languages = {
  javascript: "javascript",
  typescript: "typescript",
  python: "python",
  sql: "sql",
} as const satisfies { [L in CodeLanguage]: L };

/** The engine's limits, without its defaults: a wall never fills in what the parent left out. */
const wallLimits: z.ZodType<CodeLimits> = z.strictObject({
  timeMs: count,
  memoryBytes: count,
  stackBytes: count,
  sourceBytes: count,
  valueBytes: count,
  consoleBytes: count,
  calls: count,
  callsInFlight: count,
  rows: count.exactOptional(),
  waitMs: count.exactOptional(),
});

export const toWall = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("run"),
    language: z.enum(languages),
    source: z.string(),
    input: z.string(),
    reads: z.record(z.string(), z.union([z.literal("all"), z.array(z.string()).readonly()])).exactOptional(),
    now: z.number(),
    seed: z.number(),
    limits: wallLimits,
  }),
  z.strictObject({
    kind: z.literal("answer"),
    id: count,
    ok: z.boolean(),
    /** JSON text when `ok`, else the sentence of the error. */
    text: z.string(),
    isDenial: z.boolean(),
  }),
  /** Asks for nothing: the way that messages take has then been gone once. */
  z.strictObject({ kind: z.literal("greeting") }),
]);
export type ToWall = z.infer<typeof toWall>;

/** Endings that only the parent can see are not in here. */
const wallEnding = z.discriminatedUnion("how", [
  z.strictObject({
    how: z.literal("value"),
    text: z.string(),
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
