import type { EventOf } from "#engine";
import type { LimitsConfig } from "../limits.ts";
import { costOf } from "../prices.ts";
import type { DayUse, ModelUse } from "./day-use.ts";

/** The limits that all chats of a flow share on one day. */
export const dayLimits = ["chatsPerDay", "toolCallsPerDay", "tokensPerDay", "dollarsPerDay"] as const;
export type DayLimit = (typeof dayLimits)[number];

/** One thing that is about to be used. Of a model's call only what it will read is known before. */
export type DayAsk =
  | { readonly kind: "model"; readonly model: string; readonly tokens: number }
  | { readonly kind: "tool-call" }
  | { readonly kind: "code" };

/** One limit at the moment of a claim, money in millionths of a dollar; as it stands in the log. */
export type DayLine = EventOf<"budget.claim">["attrs"]["lines"][number];

/** What an answer may take while other calls are under way; alone, a call may use what is left. */
const answerTokens = 4096;

/** About how many tokens a text is: four characters a token in English, fewer in most other languages. */
export function tokensIn(characters: number): number {
  return Math.ceil(characters / 3);
}

export function hasDayLimit(limits: LimitsConfig): boolean {
  return dayLimits.some((limit) => limits[limit] !== undefined);
}

/** What a claim holds until its answer has come. */
export function heldBy(ask: DayAsk): ModelUse | undefined {
  if (ask.kind !== "model") return undefined;
  return { model: ask.model, input: ask.tokens, output: answerTokens };
}

/** How each limit stands that is set, before anything more is used. */
export function dayLines(limits: LimitsConfig, elsewhere: DayUse, here: DayUse, ask?: DayAsk): DayLine[] {
  const use = ask === undefined ? undefined : heldBy(ask);
  const held = [...elsewhere.held, ...here.held];
  const asked = use === undefined ? [] : [{ ...use, output: 0 }];
  const answer = use === undefined ? [] : [{ ...use, input: 0 }];
  return dayLimits.flatMap((limit): DayLine[] => {
    const max = limits[limit];
    if (max === undefined) return [];
    if (limit === "chatsPerDay") {
      const more = ask === undefined ? 0 : 1 - here.chats;
      return [{ limit, most: max, elsewhere: elsewhere.chats, here: here.chats, held: 0, asked: more, answer: 0 }];
    }
    if (limit === "toolCallsPerDay") {
      const more = ask?.kind === "tool-call" ? 1 : 0;
      const used = { elsewhere: elsewhere.toolCalls, here: here.toolCalls };
      return [{ limit, most: max, ...used, held: 0, asked: more, answer: 0 }];
    }
    const most = limit === "dollarsPerDay" ? micros(max) : max;
    const sum = (uses: readonly ModelUse[]): number =>
      limit === "dollarsPerDay" ? cost(uses, limits, most) : tokensOf(uses);
    const used = { elsewhere: sum(elsewhere.spent), here: sum(here.spent) };
    return [{ limit, most, ...used, held: sum(held), asked: sum(asked), answer: sum(answer) }];
  });
}

/**
 * Whether a limit leaves room. The verifier asks the same. What others have under way counts as they have claimed it, so that
 * calls at the same time never share the same room.
 */
export function fits({ most, elsewhere, here, held, asked, answer }: Omit<DayLine, "limit">): boolean {
  if (asked === 0) return true;
  const used = elsewhere + here + asked;
  return used <= most && (held === 0 || used + held + answer <= most);
}

function tokensOf(uses: readonly ModelUse[]): number {
  return uses.reduce((sum, { input, output }) => sum + input + output, 0);
}

/** What cannot be counted is one above the limit: the log has no word for endless. */
function cost(uses: readonly ModelUse[], { prices }: LimitsConfig, most: number): number {
  const dollars = uses.reduce((sum, use) => sum + (use.input + use.output === 0 ? 0 : costOf(use, prices)), 0);
  return Number.isFinite(dollars) ? micros(dollars) : most + 1;
}

function micros(dollars: number): number {
  return Math.ceil(dollars * 1_000_000 - 1e-6);
}
