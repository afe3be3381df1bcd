import { isKind, type RunEvent } from "#engine";
import { limitsConfig, type LimitsConfig } from "#pillars/autonomy";
import type { Finding, Rule, RunFacts } from "../rule.ts";
import { helpersOf } from "./drawing.ts";

interface Used {
  steps: number;
  calls: number;
  readonly perTool: Map<string, number>;
  inputTokens: number;
  outputTokens: number;
}

/**
 * S04: what a step under limits used for a message, or for the whole run, counted anew: model calls and code, tool calls, calls of
 * one tool, and tokens before the next model call. A step without a Limits node has the limits of one that was just placed. Money
 * and time are not counted here.
 */
export function budgetRule({ flow }: Pick<RunFacts, "flow">): Rule {
  const drawn = helpersOf(flow, "limits");
  const shared = sharedIds(drawn.values());
  const limits = new Map<string, LimitsConfig | undefined>();
  const used = new Map<string, Used>();

  function limitsOf(id: string, config: unknown): LimitsConfig | undefined {
    if (!limits.has(id)) limits.set(id, limitsConfig.safeParse(config).data);
    return limits.get(id);
  }

  const step: Rule["step"] = ({ event }) => {
    if (isKind(event, "turn.start"))
      for (const id of used.keys()) if (limits.get(id)?.scope !== "perRun") used.delete(id);
    if (event.node === undefined) return [];
    const helper = drawn.get(event.node.id);
    // A node's id has no space in it, so this is nobody's.
    const id = helper?.id ?? `${event.node.id} default`;
    const most = limitsOf(id, helper?.config ?? {});
    if (most === undefined) return [];
    const before = used.get(id) ?? { steps: 0, calls: 0, perTool: new Map(), inputTokens: 0, outputTokens: 0 };
    used.set(id, before);
    const over = charged(event, before, most, shared.has(id));
    return over === undefined ? [] : [fault(event, over)];
  };
  return { step };
}

/** Those that hang on several steps, which may go on beside each other. */
function sharedIds(helpers: Iterable<{ readonly id: string }>): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { id } of helpers) (seen.has(id) ? shared : seen).add(id);
  return shared;
}

/** Counts the event, and says which limit it is beyond. */
function charged(event: RunEvent, used: Used, most: LimitsConfig, isShared: boolean): string | undefined {
  if (isKind(event, "tool.call")) return chargedCall(event.attrs.tool, used, most);
  if (isKind(event, "llm.response") || isKind(event, "guardrail.response")) {
    if (event.attrs.failure !== undefined) return undefined;
    used.inputTokens += event.attrs.inputTokens;
    used.outputTokens += event.attrs.outputTokens;
    return undefined;
  }
  const isStep =
    isKind(event, "llm.request") ||
    isKind(event, "sandbox.start") ||
    (isKind(event, "guardrail.request") && event.attrs.tier === "judge");
  if (!isStep) return undefined;
  used.steps += 1;
  if (used.steps > most.steps) return "more model calls and code were started than its limit is";
  const isSpent = used.inputTokens > most.inputTokens || used.outputTokens > most.outputTokens;
  return isSpent && !isShared ? "a step went on although its tokens were used up" : undefined;
}

function chargedCall(tool: string, used: Used, most: LimitsConfig): string | undefined {
  used.calls += 1;
  const ofTool = (used.perTool.get(tool) ?? 0) + 1;
  used.perTool.set(tool, ofTool);
  if (used.calls > most.toolCalls) return "more tools were used than the limit is";
  return ofTool > (most.toolCallsPerTool ?? Infinity) ? `${tool} was used more often than its limit is` : undefined;
}

function fault({ seq }: RunEvent, what: string): Finding {
  return { code: "S04", step: seq, message: `At step ${seq}, ${what}.` };
}
