import { isKind, type EventOf, type RunEvent } from "#engine";
import { utcDay } from "./utc-day.ts";

/** Tokens of one model. */
export interface ModelUse {
  readonly model: string;
  readonly input: number;
  readonly output: number;
}

/** What one chat, or all of several, have used on a day. */
export interface DayUse {
  readonly chats: number;
  readonly toolCalls: number;
  /** By model, as `held` is. */
  readonly spent: readonly ModelUse[];
  /** Calls of models that were claimed and have no answer yet: what they may take. */
  readonly held: readonly ModelUse[];
}

export const noDayUse: DayUse = { chats: 0, toolCalls: 0, spent: [], held: [] };

export function addUse(left: DayUse, right: DayUse): DayUse {
  return {
    chats: left.chats + right.chats,
    toolCalls: left.toolCalls + right.toolCalls,
    spent: byModel([...left.spent, ...right.spent]),
    held: byModel([...left.held, ...right.held]),
  };
}

/** The kinds that tell what a day's use is; of others nothing has to be read. */
export const tellingKinds: ReadonlySet<string> = new Set<RunEvent["kind"]>([
  "budget.claim",
  "llm.request",
  "llm.response",
  "guardrail.request",
  "guardrail.response",
  "tool.call",
  "sandbox.start",
  "turn.end",
  "run.close",
]);

/** Counts one chat's events in their order. */
interface DayCount {
  add(event: RunEvent): void;
  use(): DayUse;
}

/**
 * What a chat uses on a day, by its public attributes alone, so that what was erased counts as well. Later days count too: a
 * clock that was set back gives no room back.
 */
export function createDayCount(day: string): DayCount {
  const calls = new Set<string>();
  const held = new Map<string, ModelUse>();
  const heldSum = createTally();
  const spent = createTally();
  let isLetIn = false;

  function release(key: string): ModelUse | undefined {
    const claim = held.get(key);
    if (claim !== undefined) heldSum.add(claim, -1);
    held.delete(key);
    return claim;
  }

  function add(event: RunEvent): void {
    const isThen = utcDay(event.time) >= day;
    if (isThen && begins(event)) isLetIn = true;
    if (isThen && isKind(event, "tool.call")) calls.add(event.key);
    // A turn that has ended asks nobody any more, whatever became of its last call.
    if (isKind(event, "turn.end") || isKind(event, "run.close")) for (const key of held.keys()) release(key);
    if (isKind(event, "llm.response") || isKind(event, "guardrail.response")) {
      const use = answered(event, release(event.key));
      if (isThen) spent.add(use, 1);
    }
    if (!isKind(event, "budget.claim") || !event.attrs.granted || event.attrs.day < day) return;
    isLetIn = true;
    if (event.attrs.what === "tool-call") calls.add(event.key);
    if (event.attrs.what !== "model" || held.has(event.key)) return;
    held.set(event.key, claimed(event));
    heldSum.add(claimed(event), 1);
  }

  const use = (): DayUse => ({
    chats: isLetIn ? 1 : 0,
    toolCalls: calls.size,
    spent: spent.all(),
    held: heldSum.all(),
  });
  return { add, use };
}

export function dayUseOf(events: readonly RunEvent[], day: string): DayUse {
  const count = createDayCount(day);
  for (const event of events) count.add(event);
  return count.use();
}

function begins({ kind }: RunEvent): boolean {
  return ["llm.request", "guardrail.request", "tool.call", "sandbox.start"].includes(kind);
}

function claimed({ attrs }: EventOf<"budget.claim">): ModelUse {
  return { model: attrs.model ?? "", input: attrs.inputTokens ?? 0, output: attrs.outputTokens ?? 0 };
}

/** A call that broke off has read what it was sent, though nobody says so. */
function answered({ attrs }: EventOf<"llm.response"> | EventOf<"guardrail.response">, claim?: ModelUse): ModelUse {
  const { model, inputTokens, outputTokens, failure } = attrs;
  const input = failure === undefined ? inputTokens : Math.max(inputTokens, claim?.input ?? 0);
  return { model, input, output: outputTokens };
}

function createTally() {
  const sums = new Map<string, ModelUse>();
  return {
    add({ model, input, output }: ModelUse, sign: 1 | -1): void {
      const before = sums.get(model);
      const sum = { model, input: (before?.input ?? 0) + sign * input, output: (before?.output ?? 0) + sign * output };
      if (sum.input + sum.output === 0) sums.delete(model);
      else sums.set(model, sum);
    },
    all: (): readonly ModelUse[] => [...sums.values()],
  };
}

function byModel(uses: readonly ModelUse[]): readonly ModelUse[] {
  const sums = createTally();
  for (const use of uses) sums.add(use, 1);
  return sums.all();
}
