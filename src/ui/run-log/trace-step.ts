import type { JsonValue, RunEvent } from "#engine";
import { tableOf, type Signal } from "#ui/kit";
import type { RuleLine, StepDetail, TraceText } from "../trace/index.ts";
import { codeWords } from "./code-words.ts";
import { outcomeOf } from "./findings.ts";
import { guardBody } from "./guard-body.ts";
import type { Sought } from "./origin-place.ts";
import { marksIn, marksInJson, withMarks } from "./sought.ts";
import { textAt } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { stepTitle, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { exactClock, span, took } from "./times.ts";
import { ruleSaidOf, saidOf } from "./said.ts";
import { tell } from "./trace-line.ts";
import { partOf } from "./trace-parts.ts";
import type { Told } from "./told.ts";

type Body = Pick<StepDetail, "wentIn" | "cameOut" | "console" | "sought"> & { rules?: StepDetail["rules"] };

/** One step, opened: what went in, which rule spoke, what came out, and the exact record. */
export function stepDetail(seq: number, log: Log, reading: Reading, sought?: Sought): StepDetail | undefined {
  const event = log.step(seq);
  if (event === undefined) return undefined;
  const told = tell(event, log, reading);
  const plainBody = bodyOf(event, log, reading);
  const body = sought === undefined ? plainBody : markedBody(plainBody, event, sought, reading);
  // A message has a mark in the overview, and nothing was judged about it.
  const isJudged = told.signal !== undefined && event.kind !== "message";
  const signal =
    !isJudged || told.signal === undefined ? {} : { signal: { kind: told.signal, word: wordOf(told, event, reading) } };
  return {
    seq,
    of: log.events.length,
    ...signal,
    where: whereOf(event, reading),
    time: [exactClock(event.time, reading.words), told.duration].filter(Boolean).join(", "),
    title: told.text,
    ...body,
    rules: body.rules ?? { lines: [] },
    record: JSON.stringify(event, undefined, 2),
  };
}

/** What came out, with the value that somebody looks for set apart. */
function markedBody(body: Body, event: RunEvent, sought: Sought, { words }: Reading): Body {
  const text = body.cameOut?.parts[0];
  if (body.cameOut === undefined || typeof text !== "string") return body;
  const record = event.kind === "tool.result" ? event.values.result : undefined;
  const marks =
    record === undefined || typeof record === "string"
      ? marksIn(text, sought.value)
      : marksInJson(text, record, sought);
  return {
    ...body,
    cameOut: { ...withoutTable(body.cameOut), parts: withMarks(text, marks) },
    sought: marks.length > 0 ? words.step.sought(sought.label) : words.step.soughtOtherwise(sought.label),
  };
}

/** Marks stand in the text, so that is what is shown. */
function withoutTable({ table: _table, ...text }: TraceText): TraceText {
  return text;
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
  if (title !== "") return title;
  const guardrails: Readonly<Record<string, string>> = reading.words.chat.guardrail;
  return guardrails[partOf(event)] ?? "";
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
              event.kind === "privilege.deny" ? saidOf(event, reading) : ruleSaidOf(event.values.sentence, reading),
            ),
          ],
        },
      };
    case "approval.request":
      return {
        wentIn: plain(pretty(event.values.arguments), step.request, reading),
        rules: { lines: [said("ask", ruleSaidOf(event.values.rule, reading))] },
      };
    case "approval.decision":
      return decisionBody(event, log, reading);
    case "guardrail.request":
      return { wentIn: plain(event.values.text, undefined, reading) };
    case "guardrail.response":
      return { cameOut: plain(answerOf(event), undefined, reading) };
    case "sandbox.start":
      return { wentIn: plain(event.values.code, codeWords(event, reading).given, reading) };
    case "sandbox.end":
      return codeBody(event, log, reading);
    case "limit.hit":
      return { rules: { lines: [said("stop", saidOf(event, reading))] } };
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

function answerOf({ values }: EventOfKind<"guardrail.response">): string | undefined {
  return [values.answer, values.sentence].filter(Boolean).join("\n\n") || undefined;
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
  return { lines: [{ ...said("pass", ruleSaidOf(grant.values.sentence, reading)), detail }] };
}

function toolBody(event: EventOfKind<"tool.result">, log: Log, reading: Reading): Body {
  const { step } = reading.words;
  const call = log.find("tool.call", event.key);
  const table = tableOf(event.values.result);
  const out: TraceText = {
    isOutside: true,
    source: step.fromTool(toolTitle(reading, event.attrs.tool)),
    parts: [pretty(event.values.result) ?? step.erased],
    note: step.result,
    ...(table !== undefined && { table }),
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
    rules: { lines: [said("ask", ruleSaidOf(request?.values.rule, reading))] },
    ...(edited !== undefined && { cameOut: plain(pretty(edited), step.changed, reading) }),
  };
}

function codeBody(event: EventOfKind<"sandbox.end">, log: Log, reading: Reading): Body {
  const start = log.find("sandbox.start", event.key);
  const words = codeWords(start, reading);
  const { output, sentence, columns, logs = [] } = event.values;
  const table = tableOf(output, columns);
  const limit = start === undefined ? "" : span(start.attrs.timeMs, reading.words);
  const isFine = event.attrs.outcome === "value";
  return {
    wentIn: plain(pretty(start?.values.input), words.given, reading),
    rules: {
      lines: [
        {
          ...said(isFine ? "pass" : "stop", isFine ? words.done : sentence),
          detail: `${took(event.attrs.cpuMs, reading.words)} / ${limit}`,
        },
      ],
    },
    cameOut: {
      ...plain(output === undefined ? sentence : pretty(output), words.gave, reading),
      ...(table !== undefined && { table }),
    },
    ...(logs.length > 0 && { console: plain(logs.join("\n"), undefined, reading) }),
  };
}
