import { isKind, type EventOf, type RunEvent } from "#engine";
import { limitsConfig, type LimitsConfig } from "#pillars/autonomy";
import {
  dayLines,
  fits,
  hasDayLimit,
  noDayUse,
  createDayCount,
  utcDay,
  type DayAsk,
  type DayUse,
} from "#pillars/autonomy/day";
import type { Finding, Rule, RunFacts } from "../rule.ts";
import { helpersOf } from "./drawing.ts";

/**
 * S08: a step under a limit for a day uses a model, a tool or code only after it has claimed room for exactly that, and a claim
 * is granted where the sums leave room and nowhere else. What other chats have used is the recorder's word; what this one has is
 * counted anew.
 */
export function dayRule({ flow }: Pick<RunFacts, "flow">): Rule {
  const limits = limitsByHost(flow);
  if (limits.size === 0) return { step: () => [] };
  const granted = new Set<string>();
  const counts = new Map<string, ReturnType<typeof createDayCount>>();

  /** What this chat had used when it claimed; each day is counted once, however many claims there are. */
  function usedBy(day: string): DayUse | undefined {
    const use = counts.get(day)?.use();
    return use === undefined || use.spent.length + use.held.length > mostModels ? undefined : use;
  }

  return {
    // Every day that something is claimed for is counted from the first event on.
    first(event) {
      const isLimited = event.node !== undefined && limits.has(event.node.id);
      if (!isLimited || !isKind(event, "budget.claim") || counts.size >= mostDays) return;
      const { day } = event.attrs;
      if (!counts.has(day)) counts.set(day, createDayCount(day));
    },
    step({ event }) {
      const limited = event.node === undefined ? undefined : limits.get(event.node.id);
      const findings = limited === undefined ? [] : problems(event, limited);
      for (const count of counts.values()) count.add(event);
      return findings;
    },
  };

  function problems(event: RunEvent, limited: LimitsConfig): Finding[] {
    if (isKind(event, "budget.claim")) {
      if (event.attrs.granted) granted.add(`${event.attrs.what} ${event.key}`);
      return claimProblem(event, usedBy(event.attrs.day), limited);
    }
    const what = needed(event);
    if (what === undefined || granted.has(`${what} ${event.key}`)) return [];
    const message = `At step ${event.seq}, something was used of which no room in the day had been claimed.`;
    return [{ code: "S08", step: event.seq, message }];
  }
}

/** More than any chat has. Counting has an end, however a log was made. */
const mostDays = 100;
const mostModels = 100;
const clockTolerance = 60_000;

function claimProblem(
  { attrs, seq, time }: EventOf<"budget.claim">,
  here: DayUse | undefined,
  limits: LimitsConfig,
): Finding[] {
  const wrong = (what: string): Finding[] => [{ code: "S08", step: seq, message: `At step ${seq}, ${what}.` }];
  if (attrs.day > utcDay(time) || attrs.day < utcDay(time - clockTolerance))
    return wrong("something was counted for another day than its own");
  if (here === undefined) return wrong("a day's use cannot be counted, over so many days or models");
  const expected = dayLines(limits, noDayUse, here, askOf(attrs));
  const isCounted =
    expected.length === attrs.lines.length &&
    expected.every((line, at) => {
      const found = attrs.lines[at];
      return (
        found !== undefined &&
        found.limit === line.limit &&
        found.most === line.most &&
        found.here === line.here &&
        found.asked === line.asked &&
        found.answer === line.answer &&
        found.held >= line.held
      );
    });
  if (!isCounted) return wrong("what may be used in a day was not counted as this log tells it");
  if (attrs.granted !== attrs.lines.every(fits)) return wrong("the day's room was judged otherwise than the sums say");
  return [];
}

function askOf({ what, model, inputTokens }: EventOf<"budget.claim">["attrs"]): DayAsk {
  return what === "model" ? { kind: what, model: model ?? "", tokens: inputTokens ?? 0 } : { kind: what };
}

function needed(event: RunEvent): EventOf<"budget.claim">["attrs"]["what"] | undefined {
  if (isKind(event, "llm.request")) return "model";
  if (isKind(event, "guardrail.request") && event.attrs.tier === "judge") return "model";
  if (isKind(event, "tool.call")) return "tool-call";
  return isKind(event, "sandbox.start") ? "code" : undefined;
}

/** Limits for a day by the step that they hang on. */
function limitsByHost(flow: RunFacts["flow"]): ReadonlyMap<string, LimitsConfig> {
  const limits = new Map<string, LimitsConfig>();
  for (const [host, helper] of helpersOf(flow, "limits")) {
    const config = limitsConfig.safeParse(helper.config);
    if (config.success && hasDayLimit(config.data)) limits.set(host, config.data);
  }
  return limits;
}
