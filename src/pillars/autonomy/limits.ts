import { z } from "zod";
import { costOf, price } from "./prices.ts";

const count = (title: string, initial: number) =>
  z.number().int().min(1).max(10_000_000).default(initial).meta({ title });

// A calendar day and no rolling window: one date says when there is room again, and the same sum comes out for whoever
// counts. UTC, because a chat has no place; providers count and bill by it.
const ofAllChats = "All chats of this flow together, from 00:00 to 24:00 UTC; empty means no limit.";
const perDay = (title: string) =>
  z.number().int().min(1).max(1_000_000_000).optional().meta({ title, description: ofAllChats });

/** Config of a Limits node. Counts are for one message of the person (`perTurn`) or for the whole run (`perRun`). */
export const limitsConfig = z.strictObject({
  scope: z
    .enum(["perTurn", "perRun"])
    .default("perTurn")
    .meta({
      title: "Counted for",
      description: "One message, or the whole chat: each chat is one run of the flow.",
      labels: { perTurn: "Each message", perRun: "The whole chat" },
    }),
  steps: count("Steps", 12),
  toolCalls: count("Tool calls", 20),
  toolCallsPerTool: count("Calls of one tool", 10).optional(),
  inputTokens: count("Tokens read", 200_000),
  outputTokens: count("Tokens written", 20_000),
  dollars: z.number().min(0.001).max(1_000_000).optional().meta({
    title: "US dollars",
    description:
      "What the models may cost; empty means no limit. Under a limit a model without a price counts as too dear.",
  }),
  prices: z.array(price).max(100).default([]).meta({
    title: "Prices",
    description: "What each model costs, as its provider says.",
  }),
  seconds: count("Seconds", 300).meta({
    title: "Seconds",
    description: "Working time; waiting for a person is not counted.",
  }),
  depth: z
    .number()
    .int()
    .min(1)
    .max(16)
    .default(4)
    .meta({ title: "Depth", description: "Agents and flows inside each other." }),
  repeats: z
    .number()
    .int()
    .min(2)
    .max(20)
    .default(3)
    .meta({ title: "Same call", description: "The same call this often counts as a loop." }),
  chatsPerDay: perDay("Chats a day"),
  toolCallsPerDay: perDay("Tool calls a day"),
  tokensPerDay: perDay("Tokens a day"),
  dollarsPerDay: z
    .number()
    .min(0.001)
    .max(1_000_000)
    .optional()
    .meta({ title: "US dollars a day", description: ofAllChats }),
});
export type LimitsConfig = z.infer<typeof limitsConfig>;

/** What was used so far. `calls` counts tools by name; `callHashes` counts equal calls by their hash. */
export interface Usage {
  readonly steps: number;
  readonly toolCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Counted only under a limit on money. */
  readonly dollars: number;
  readonly seconds: number;
  readonly calls: Readonly<Record<string, number>>;
  readonly callHashes: Readonly<Record<string, number>>;
}

/** The usage of a run, or of a turn, that has not begun. */
export const noUsage: Usage = {
  steps: 0,
  toolCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  dollars: 0,
  seconds: 0,
  calls: {},
  callHashes: {},
};

/** One thing to charge. Tokens and seconds are charged after they were spent, steps and calls before. */
export type Charge =
  | { readonly kind: "step"; readonly depth: number }
  | { readonly kind: "tool-call"; readonly tool: string; readonly callHash: string }
  | { readonly kind: "tokens"; readonly model: string; readonly input: number; readonly output: number }
  | { readonly kind: "time"; readonly seconds: number };

/** Which limit was reached. */
export type LimitName =
  | "steps"
  | "toolCalls"
  | "toolCallsPerTool"
  | "inputTokens"
  | "outputTokens"
  | "dollars"
  | "seconds"
  | "depth"
  | "repeats";

/** A limit that was reached. `used` counts the refused thing too. */
export interface LimitHit {
  readonly limit: LimitName;
  readonly max: number;
  readonly used: number;
  readonly tool?: string;
}

/**
 * Adds a charge. With a `hit` the thing must not happen: a refused step or call is not added to the usage; tokens and
 * time, which are spent already, are.
 */
export function charge(
  limits: LimitsConfig,
  usage: Usage,
  what: Charge,
): { readonly usage: Usage; readonly hit?: LimitHit } {
  const after = add(limits, usage, what);
  const hit = firstHit(limits, after, what);
  if (hit === undefined) return { usage: after };
  const isSpent = what.kind === "tokens" || what.kind === "time";
  return { usage: isSpent ? after : usage, hit };
}

function add(limits: LimitsConfig, usage: Usage, what: Charge): Usage {
  switch (what.kind) {
    case "step":
      return { ...usage, steps: usage.steps + 1 };
    case "tool-call":
      return {
        ...usage,
        toolCalls: usage.toolCalls + 1,
        calls: increment(usage.calls, what.tool),
        callHashes: increment(usage.callHashes, what.callHash),
      };
    case "tokens":
      return {
        ...usage,
        inputTokens: usage.inputTokens + spent(what.input),
        outputTokens: usage.outputTokens + spent(what.output),
        dollars: limits.dollars === undefined ? usage.dollars : usage.dollars + spent(costOf(what, limits.prices)),
      };
    case "time":
      return { ...usage, seconds: usage.seconds + spent(what.seconds) };
  }
}

/** A meter that is not a number, or runs backwards, must not give budget back: it uses up everything. */
function spent(amount: number): number {
  return amount >= 0 ? amount : Number.POSITIVE_INFINITY;
}

function increment(counts: Readonly<Record<string, number>>, name: string): Readonly<Record<string, number>> {
  return { ...counts, [name]: countOf(counts, name) + 1 };
}

function countOf(counts: Readonly<Record<string, number>>, name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
}

function firstHit(limits: LimitsConfig, after: Usage, what: Charge): LimitHit | undefined {
  const over = (limit: LimitName, max: number | undefined, used: number, tool?: string): LimitHit | undefined =>
    max === undefined || used <= max ? undefined : { limit, max, used, ...(tool === undefined ? {} : { tool }) };
  switch (what.kind) {
    case "step":
      return over("steps", limits.steps, after.steps) ?? over("depth", limits.depth, what.depth);
    case "tool-call":
      return (
        over("toolCalls", limits.toolCalls, after.toolCalls) ??
        over("toolCallsPerTool", limits.toolCallsPerTool, countOf(after.calls, what.tool), what.tool) ??
        over("repeats", limits.repeats - 1, countOf(after.callHashes, what.callHash), what.tool)
      );
    case "tokens":
      return (
        over("inputTokens", limits.inputTokens, after.inputTokens) ??
        over("outputTokens", limits.outputTokens, after.outputTokens) ??
        over("dollars", limits.dollars, after.dollars)
      );
    case "time":
      return over("seconds", limits.seconds, after.seconds);
  }
}

/** "The agent used its 12 steps for this message." */
export function limitSentence(hit: LimitHit, limits: Pick<LimitsConfig, "scope">, toolTitle?: string): string {
  const where = limits.scope === "perTurn" ? "for this message" : "for this run";
  const tool = toolTitle ?? hit.tool ?? "one tool";
  const max = hit.limit === "repeats" ? hit.max + 1 : hit.max;
  switch (hit.limit) {
    case "steps":
      return `The agent used its ${plural(max, "step")} ${where}.`;
    case "toolCalls":
      return `The agent used its ${plural(max, "tool call")} ${where}.`;
    case "toolCallsPerTool":
      return `The agent used ${tool} ${plural(max, "time")}, which is all it may ${where}.`;
    case "inputTokens":
      return `The agent read its ${plural(max, "token")} ${where}.`;
    case "outputTokens":
      return `The agent wrote its ${plural(max, "token")} ${where}.`;
    case "dollars":
      return Number.isFinite(hit.used)
        ? `The models cost more than the ${hit.max} US dollars they may ${where}.`
        : "The price of this model is not in the table, so its cost cannot be limited.";
    case "seconds":
      return `The agent worked for its ${plural(max, "second")} ${where}.`;
    case "depth":
      return `Agents and flows may call each other ${plural(max, "level")} deep, and this call would go deeper.`;
    case "repeats":
      return `The agent asked for the same call to ${tool} ${plural(max, "time")}, so it is stopped as a loop.`;
  }
}

function plural(number: number, noun: string): string {
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ",")} ${noun}${number === 1 ? "" : "s"}`;
}
