import { firewallPolicy, thresholds } from "#pillars/firewall";
import type { QuotedPart } from "#ui/kit";
import type { RuleLine, StepDetail } from "../trace/index.ts";
import { findingsOf, inspectedValue, isErased, outcomeOf, stringAt, subjectOf } from "./findings.ts";
import type { Finding, GuardResult } from "./findings.ts";
import type { Log } from "./log.ts";
import type { Reading } from "./reading.ts";
import { reasonOf } from "./said.ts";

/** A guard's step: the text with what was found marked, the rules that spoke, and what was passed on. */
export function guardBody(
  event: GuardResult,
  log: Log,
  reading: Reading,
): Pick<StepDetail, "wentIn" | "cameOut" | "rules"> {
  const { step } = reading.words;
  const found = findingsOf(event);
  const isOutside = event.attrs.target === "tool" || event.attrs.target === "document";
  const outcome = outcomeOf(event);
  return {
    wentIn: {
      note: subjectOf(event, found[0]?.path ?? "", log, reading),
      isOutside,
      parts: markedText(event, found, log, reading),
    },
    rules: {
      lines: ruleLines(event, found, reading),
      ...(found.length > 0 && { note: step.spoke(new Set(found.map(({ guard }) => guard)).size) }),
    },
    ...(outcome !== "passed" && {
      cameOut: {
        isOutside: false,
        parts: cutText(event, reading),
        note: event.attrs.direction === "input" ? step.readByModel : step.shown,
      },
    }),
  };
}

function ruleLines(event: GuardResult, found: readonly Finding[], reading: Reading): readonly RuleLine[] {
  const { step } = reading.words;
  if (found.length > 0) return strongest(found).map((each) => ruleOf(each, injectionLimit(event, reading), reading));
  const isUnknown = isErased(event) && outcomeOf(event) !== "passed";
  return [isUnknown ? { signal: "stop", text: step.erased } : { signal: "pass", text: step.nothing }];
}

/** Each reason once, with its highest score: two ways of finding the same thing are one answer to a person. */
function strongest(found: readonly Finding[]): readonly Finding[] {
  const byReason = new Map<string, Finding>();
  for (const each of found) {
    const before = byReason.get(each.reason);
    if (before === undefined || each.score > before.score) byReason.set(each.reason, each);
  }
  return [...byReason.values()];
}

function ruleOf(finding: Finding, limit: number | undefined, reading: Reading): RuleLine {
  const { action, score, guard } = finding;
  return {
    signal: action === "allow" || action === "warn" || action === "ask" ? "ask" : "stop",
    text: reasonOf(finding, reading),
    isDecisive: action === "block",
    ...(guard === "injection" && limit !== undefined && { score: { value: score, limit } }),
  };
}

/** The score from which the injection guard of that firewall acts; undefined when the flow does not say. */
function injectionLimit(event: GuardResult, { flow }: Reading): number | undefined {
  const policy = firewallPolicy.safeParse(flow.nodes.find(({ id }) => id === event.attrs.firewall)?.config);
  return policy.success ? thresholds[policy.data.guards.injection.sensitivity] : undefined;
}

/** The strings that findings are in, with what was found marked. Without findings: everything that was looked at. */
function markedText(event: GuardResult, found: readonly Finding[], log: Log, reading: Reading): readonly QuotedPart[] {
  const value = inspectedValue(event, log);
  if (value === undefined) return [event.values.before ?? reading.words.step.erased];
  if (found.length === 0) return [typeof value === "string" ? value : JSON.stringify(value, undefined, 2)];
  const paths = [...new Set(found.map(({ path }) => path))];
  return paths.flatMap((path, at) => {
    const parts = marked(
      stringAt(value, path),
      found.filter((each) => each.path === path),
    );
    return at === 0 ? parts : ["\n", ...parts];
  });
}

function marked(text: string, found: readonly Finding[]): QuotedPart[] {
  const parts: QuotedPart[] = [];
  let done = 0;
  for (const [start, end] of joined(found)) {
    if (start > done) parts.push(text.slice(done, start));
    const until = endOfWord(text, end);
    parts.push({ stopped: text.slice(Math.max(start, done), until) });
    done = Math.max(done, until);
  }
  return done < text.length ? [...parts, text.slice(done)] : parts;
}

/** Rules find words by their stems; a person reads whole words. */
function endOfWord(text: string, end: number): number {
  const rest = /\p{L}$/u.test(text.slice(0, end)) ? (/^\p{L}{1,8}/u.exec(text.slice(end))?.[0] ?? "") : "";
  return end + rest.length;
}

/** Stretches that touch or overlap, or lie one character apart, are one mark. */
function joined(found: readonly Finding[]): [number, number][] {
  const stretches = found.map(({ start, end }): [number, number] => [start, end]).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of stretches) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1] + 1) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** What the firewall writes in place of a sentence or a value. */
const standIn = /(\[sentence removed by the firewall\]|⟦[^⟧]{1,80}⟧)/u;

function cutText(event: GuardResult, reading: Reading): readonly QuotedPart[] {
  const { step } = reading.words;
  const after = event.values.after;
  if (after === undefined && isErased(event)) return [step.erased];
  if (after === undefined || after === "") return [{ cut: step.wholeCut }];
  return after
    .split(standIn)
    .flatMap((part, at): QuotedPart[] =>
      part === "" ? [] : [at % 2 === 0 ? part : { cut: part.startsWith("[") ? step.cut : part.slice(1, -1) }],
    );
}
