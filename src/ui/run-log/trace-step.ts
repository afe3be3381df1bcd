import { jsonToText } from "#engine";
import type { JsonValue, RunEvent } from "#engine";
import { firewallPolicy, thresholds } from "#pillars/firewall";
import type { QuotedPart, Signal } from "#ui/kit";
import type { RuleLine, StepDetail, TraceText } from "../trace/index.ts";
import { findingsOf, inspectedValue, outcomeOf, stringAt, subjectOf } from "./findings.ts";
import type { Finding, GuardResult } from "./findings.ts";
import { logOf, textAt } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { stepTitle, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { exactClock, span, took } from "./times.ts";
import { tell } from "./trace-line.ts";
import type { Told } from "./trace-line.ts";

type Body = Pick<StepDetail, "wentIn" | "cameOut"> & { rules?: StepDetail["rules"] };

/** One step, opened: what went in, which rule spoke, what came out, and the exact record. */
export function stepDetail(seq: number, events: readonly RunEvent[], reading: Reading): StepDetail | undefined {
  const log = logOf(events);
  const event = events.find((each) => each.seq === seq);
  if (event === undefined) return undefined;
  const told = tell(event, log, reading);
  const body = bodyOf(event, log, reading);
  const signal = told.signal === undefined ? {} : { signal: { kind: told.signal, word: wordOf(told, event, reading) } };
  return {
    seq,
    of: events.at(-1)?.seq ?? seq,
    ...signal,
    where: whereOf(event, reading),
    time: [exactClock(event.time, reading.words), told.duration].filter(Boolean).join(", "),
    title: told.text,
    ...body,
    rules: body.rules ?? { lines: [] },
    record: JSON.stringify(event, undefined, 2),
  };
}

function wordOf({ signal }: Told, event: RunEvent, reading: Reading): string {
  const { step } = reading.words;
  if (event.kind === "guardrail.result" && outcomeOf(event) === "removed") return step.changed;
  if (event.kind === "privilege.deny" || event.kind === "approval.decision")
    return signal === "stop" ? step.denied : step.passed;
  if (event.kind === "error") return step.failed;
  const words: Record<Signal, string> = { stop: step.stopped, ask: step.asked, pass: step.passed, sealed: step.sealed };
  return words[signal ?? "sealed"];
}

function whereOf(event: RunEvent, reading: Reading): string {
  const title = stepTitle(reading, event.node?.id);
  if (event.kind === "guardrail.result") return reading.words.step.on(stepTitle(reading, event.attrs.firewall), title);
  return title === "" ? event.kind : title;
}

function bodyOf(event: RunEvent, log: Log, reading: Reading): Body {
  const { step } = reading.words;
  switch (event.kind) {
    case "guardrail.result":
      return guardBody(event, log, reading);
    case "message":
      return { cameOut: plain(event.values.content, step.shown, reading) };
    case "llm.request":
      return { wentIn: plain(event.values.instructions, step.instructions, reading) };
    case "llm.response":
      return { cameOut: plain(answerText(event), undefined, reading) };
    case "retrieval.result":
      return { cameOut: plain(passages(event), undefined, reading) };
    case "tool.call":
      return {
        wentIn: plain(pretty(event.values.arguments), step.arguments, reading),
        rules: grantRules(event, log, reading),
      };
    case "tool.result":
      return toolBody(event, log, reading);
    case "privilege.grant":
      return {
        wentIn: plain(pretty(event.values.constraints), step.request, reading),
        rules: grantRules(event, log, reading),
      };
    case "privilege.request":
    case "privilege.deny":
      return {
        rules: {
          lines: [
            said(
              event.kind === "privilege.deny" || event.attrs.decision === "deny"
                ? "stop"
                : event.attrs.decision === "ask"
                  ? "ask"
                  : "pass",
              event.values.sentence,
            ),
          ],
        },
      };
    case "approval.request":
      return {
        wentIn: plain(pretty(event.values.arguments), step.request, reading),
        rules: { lines: [said("ask", event.values.rule)] },
      };
    case "approval.decision":
      return decisionBody(event, log, reading);
    case "sandbox.start":
      return { wentIn: plain(event.values.code, step.input, reading) };
    case "sandbox.end":
      return codeBody(event, log, reading);
    case "limit.hit":
      return { rules: { lines: [said("stop", event.values.sentence)] } };
    default:
      return {};
  }
}

function said(signal: Signal, text: string | undefined): RuleLine {
  return { signal, text: text ?? "", isDecisive: true };
}

function plain(text: string | undefined, note: string | undefined, reading: Reading): TraceText {
  return {
    isOutside: false,
    parts: [text ?? reading.words.step.erased],
    ...(note !== undefined && { note }),
  };
}

function pretty(value: JsonValue | undefined): string | undefined {
  return value === undefined ? undefined : typeof value === "string" ? value : JSON.stringify(value, undefined, 2);
}

function answerText(event: EventOfKind<"llm.response">): string | undefined {
  const { text, toolCalls = [], sentence } = event.values;
  const calls = toolCalls.map((call) => `${textAt(call, "tool")} ${pretty(call["arguments"]) ?? ""}`);
  return [text, sentence, ...calls].filter(Boolean).join("\n\n") || undefined;
}

function passages(event: EventOfKind<"retrieval.result">): string | undefined {
  return event.values.passages?.map((each) => `${textAt(each, "title")}\n${textAt(each, "text")}`).join("\n\n");
}

function grantRules(
  event: EventOfKind<"tool.call" | "privilege.grant">,
  log: Log,
  reading: Reading,
): StepDetail["rules"] {
  const grant = log.find("privilege.grant", event.key);
  if (grant === undefined) return { lines: [] };
  const detail = reading.words.step.expires(Math.round(grant.attrs.ttlMs / 1000));
  return { lines: [{ ...said("pass", grant.values.sentence), detail }] };
}

function toolBody(event: EventOfKind<"tool.result">, log: Log, reading: Reading): Body {
  const { step } = reading.words;
  const call = log.find("tool.call", event.key);
  const out: TraceText = {
    isOutside: true,
    source: step.fromTool(toolTitle(reading, event.attrs.tool)),
    parts: [pretty(event.values.result) ?? step.erased],
    note: step.result,
  };
  if (call === undefined) return { cameOut: out };
  return {
    wentIn: plain(pretty(call.values.arguments), step.arguments, reading),
    rules: grantRules(call, log, reading),
    cameOut: out,
  };
}

function decisionBody(event: EventOfKind<"approval.decision">, log: Log, reading: Reading): Body {
  const request = log.find("approval.request", event.attrs.approvalId);
  const { step } = reading.words;
  const edited = event.values.arguments;
  return {
    wentIn: plain(pretty(request?.values.arguments), step.request, reading),
    rules: { lines: [said("ask", request?.values.rule)] },
    ...(edited !== undefined && { cameOut: plain(pretty(edited), step.changed, reading) }),
  };
}

function codeBody(event: EventOfKind<"sandbox.end">, log: Log, reading: Reading): Body {
  const { step } = reading.words;
  const start = log.find("sandbox.start", event.key);
  const { output, sentence } = event.values;
  const limit = start === undefined ? "" : span(start.attrs.timeMs, reading.words);
  const isFine = event.attrs.outcome === "value";
  return {
    wentIn: plain(pretty(start?.values.input), step.input, reading),
    rules: {
      lines: [
        {
          ...said(isFine ? "pass" : "stop", isFine ? reading.words.code.done : sentence),
          detail: `${took(event.attrs.cpuMs, reading.words)} / ${limit}`,
        },
      ],
    },
    cameOut: plain(output === undefined ? sentence : pretty(output), step.output, reading),
  };
}

function guardBody(event: GuardResult, log: Log, reading: Reading): Body {
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
      lines:
        found.length === 0
          ? [{ signal: "pass", text: step.nothing }]
          : found.map((each) => ruleOf(each, injectionLimit(event, reading))),
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

function ruleOf({ action, score, reason, guard }: Finding, limit: number | undefined): RuleLine {
  return {
    signal: action === "allow" || action === "warn" || action === "ask" ? "ask" : "stop",
    text: reason,
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
  if (found.length === 0) return [typeof value === "string" ? value : (pretty(value) ?? jsonToText(value))];
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
    parts.push({ stopped: text.slice(Math.max(start, done), end) });
    done = Math.max(done, end);
  }
  return done < text.length ? [...parts, text.slice(done)] : parts;
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
  if (after === undefined || after === "") return [{ cut: step.wholeCut }];
  return after
    .split(standIn)
    .flatMap((part, at): QuotedPart[] =>
      part === "" ? [] : [at % 2 === 0 ? part : { cut: part.startsWith("[") ? step.cut : part.slice(1, -1) }],
    );
}
