import { jsonObject } from "#engine";
import type { RunEvent } from "#engine";
import { codeIcon, codeWords } from "./code-words.ts";
import { guardSentence, outcomeOf } from "./findings.ts";
import type { GuardResult } from "./findings.ts";
import { textAt } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { callSentence, stepTitle, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { tellRights } from "./tell-rights.ts";
import { took } from "./times.ts";
import { quiet } from "./told.ts";
import type { Told } from "./told.ts";
import { doneSentence } from "./tool-story.ts";
import { saidOf } from "./said.ts";

/** What is no frame of a run: what models, guards, tools, code and people do in it. */
export type Work = Exclude<
  RunEvent,
  {
    kind:
      | "run.open"
      | "run.close"
      | "run.export"
      | "run.recovered"
      | "turn.start"
      | "turn.end"
      | "node.start"
      | "node.end"
      | "edge.taken"
      | "message"
      | "handoff"
      | "error";
  }
>;

/** The work of a run, from a question to a model to a limit that is reached. */
export function tellWork(event: Work, log: Log, reading: Reading): Told {
  const { line } = reading.words;
  switch (event.kind) {
    case "llm.request":
      return askedModel(event, log, reading);
    case "llm.response":
      return modelAnswer(event, reading);
    case "retrieval.query":
      return quiet("book-open", "data", line.searched, 1);
    case "retrieval.result":
      return { icon: "book-open", tone: "data", text: line.found(event.attrs.documents.length), depth: 1 };
    case "guardrail.result":
      return guardLine(event, log, reading);
    case "guardrail.request":
      return quiet("circle-help", "guard", line.secondOpinion, 1);
    case "guardrail.response":
      return opinionLine(event, log, reading);
    case "sandbox.start":
      return quiet(codeIcon(event), "act", codeWords(event, reading).started, 1);
    case "sandbox.end":
      return codeLine(event, log, reading);
    case "tool.call":
      return callLine(event, log, reading);
    case "tool.result":
      return resultLine(event, log, reading);
    case "budget.check":
      return quiet("gauge", "guard", line.budget, 1);
    case "budget.claim":
      return quiet("gauge", "guard", line.dayClaim, 1);
    case "limit.hit":
      return { icon: "gauge", tone: "stop", text: saidOf(event, reading) ?? "", depth: 1, signal: "stop" };
    case "kill.switch":
      return { icon: "power", tone: "stop", text: reading.words.stoppedByPerson, depth: 0, signal: "stop" };
    default:
      return tellRights(event, log, reading);
  }
}

function askedModel(event: EventOfKind<"llm.request">, log: Log, reading: Reading): Told {
  const response = log.find("llm.response", event.key);
  const text = reading.words.line.askedModel(stepTitle(reading, event.node?.id));
  return {
    icon: "sparkles",
    tone: "think",
    text,
    depth: 0,
    ...(response !== undefined && { duration: took(response.time - event.time, reading.words) }),
  };
}

function modelAnswer(event: EventOfKind<"llm.response">, reading: Reading): Told {
  const { line } = reading.words;
  const calls = event.values.toolCalls ?? [];
  const [only] = calls;
  if (event.attrs.failure !== undefined)
    return { icon: "bot", tone: "stop", text: event.values.sentence ?? line.modelFailed, depth: 0, signal: "stop" };
  if (only === undefined) return { icon: "bot", tone: "think", text: line.answered, depth: 0 };
  const args = jsonObject.safeParse(only["arguments"]);
  const text =
    calls.length > 1
      ? line.wantsMany(calls.length)
      : line.wants(callSentence(reading, textAt(only, "tool"), args.success ? args.data : {}));
  return { icon: "bot", tone: "think", text, depth: 0 };
}

function guardLine(event: GuardResult, log: Log, reading: Reading): Told {
  const { words } = reading;
  const outcome = outcomeOf(event);
  if (outcome === "passed")
    return { icon: "shield-check", tone: "pass", text: words.line.checked(1), depth: 1, signal: "pass" };
  const sentence = guardSentence(event, log, reading);
  const lead = { stopped: words.stopped, removed: words.removed, noticed: words.noticed, asked: words.waiting }[
    outcome
  ];
  const signal = outcome === "stopped" || outcome === "removed" ? "stop" : "ask";
  return {
    icon: signal === "stop" ? "shield-x" : "shield-alert",
    tone: signal,
    text: `${lead} ${sentence}`,
    depth: 1,
    signal,
  };
}

function opinionLine(event: EventOfKind<"guardrail.response">, log: Log, reading: Reading): Told {
  const { line } = reading.words;
  const request = log.find("guardrail.request", event.key);
  const duration = request === undefined ? {} : { duration: took(event.time - request.time, reading.words) };
  const { verdict } = event.attrs;
  return verdict === "pass"
    ? { icon: "shield-check", tone: "pass", text: line.opinion.pass, depth: 1, signal: "pass", ...duration }
    : { icon: "shield-alert", tone: "stop", text: line.opinion[verdict], depth: 1, signal: "stop", ...duration };
}

function codeLine(event: EventOfKind<"sandbox.end">, log: Log, reading: Reading): Told {
  const start = log.find("sandbox.start", event.key);
  const duration = start === undefined ? {} : { duration: took(event.time - start.time, reading.words) };
  const icon = codeIcon(start);
  if (event.attrs.outcome === "value")
    return { icon, tone: "act", text: codeWords(start, reading).done, depth: 1, signal: "pass", ...duration };
  const text = `${reading.words.stopped} ${event.values.sentence ?? ""}`;
  return { icon, tone: "stop", text, depth: 1, signal: "stop", ...duration };
}

function callLine(event: EventOfKind<"tool.call">, log: Log, reading: Reading): Told {
  const tool = reading.tools.get(event.attrs.tool);
  const text = reading.words.line.calling(toolTitle(reading, event.attrs.tool));
  const isPlumbing = log.find("tool.result", event.key) !== undefined;
  return { icon: tool?.icon ?? "wrench", tone: tool?.group ?? "act", text, depth: 1, isPlumbing };
}

function resultLine(event: EventOfKind<"tool.result">, log: Log, reading: Reading): Told {
  const call = log.find("tool.call", event.key);
  const tool = reading.tools.get(event.attrs.tool);
  return {
    icon: tool?.icon ?? "wrench",
    tone: tool?.group ?? "act",
    text: doneSentence(event, call, reading),
    depth: 1,
    ...(event.attrs.outcome === "success" && { signal: "pass" }),
    ...(call !== undefined && { duration: took(event.time - call.time, reading.words) }),
  };
}
