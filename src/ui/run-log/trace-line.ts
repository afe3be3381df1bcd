import { jsonObject } from "#engine";
import type { RunEvent } from "#engine";
import type { Signal } from "#ui/kit";
import type { TraceFilter, TraceLine } from "../trace/index.ts";
import { guardSentence, outcomeOf } from "./findings.ts";
import type { GuardResult } from "./findings.ts";
import { speakerOf, textAt, withoutField } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { callSentence, stepTitle, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { took } from "./times.ts";
import { doneSentence } from "./tool-story.ts";

/** How a step reads in the timeline. `isPlumbing` steps are in the log and the overview, but not among the sentences. */
export type Told = Omit<TraceLine, "seq"> & { signal?: Signal; isPlumbing?: boolean };

/** One event as one sentence. Every kind has one, so that nothing in the log is without words. */
export function tell(event: RunEvent, log: Log, reading: Reading): Told {
  const { line } = reading.words;
  const title = stepTitle(reading, event.node?.id);
  switch (event.kind) {
    case "run.open":
      return { icon: "fingerprint", tone: "sealed", text: line.open, depth: 0, signal: "sealed" };
    case "run.close":
      return { icon: "fingerprint", tone: "sealed", text: line.close, depth: 0, signal: "sealed" };
    case "run.export":
      return { icon: "download", tone: "sealed", text: line.exported, depth: 0 };
    case "run.recovered":
      return { icon: "history", tone: "ask", text: reading.words.recovered, depth: 0, signal: "ask" };
    case "turn.start":
      return quiet("user-round", "talk", line.turnStart(speakerOf(log, event.key) ?? ""), 0);
    case "turn.end":
      return endOf(event, reading);
    case "node.start":
      return quiet("play", "logic", line.started(title), 0);
    case "node.end":
      return quiet("check", "logic", event.attrs.status === "done" ? line.ended(title) : line.broke(title), 0);
    case "edge.taken":
      return quiet(
        "route",
        "logic",
        line.went(stepTitle(reading, event.attrs.from), stepTitle(reading, event.attrs.to)),
        0,
      );
    case "message":
      return messageLine(event, log, reading);
    case "handoff":
      return { icon: "user-round-check", tone: "ask", text: line.handoff(event.attrs.to), depth: 0, signal: "ask" };
    case "error":
      return { icon: "triangle-alert", tone: "stop", text: event.values.sentence ?? "", depth: 1, signal: "stop" };
    default:
      return tellWork(event, log, reading);
  }
}

function quiet(icon: string, tone: TraceLine["tone"], text: string, depth: 0 | 1): Told {
  return { icon, tone, text, depth, isPlumbing: true };
}

type Work = Exclude<
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

function tellWork(event: Work, log: Log, reading: Reading): Told {
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
    case "sandbox.start":
      return quiet("code-xml", "act", line.codeStarted, 1);
    case "sandbox.end":
      return codeLine(event, log, reading);
    case "tool.call":
      return callLine(event, log, reading);
    case "tool.result":
      return resultLine(event, log, reading);
    case "budget.check":
      return quiet("gauge", "guard", line.budget, 1);
    case "limit.hit":
      return { icon: "gauge", tone: "stop", text: event.values.sentence ?? "", depth: 1, signal: "stop" };
    case "kill.switch":
      return { icon: "power", tone: "stop", text: reading.words.stoppedByPerson, depth: 0, signal: "stop" };
    default:
      return tellRights(event, log, reading);
  }
}

type Rights = Exclude<
  Work,
  {
    kind:
      | `llm.${string}`
      | `retrieval.${string}`
      | `sandbox.${string}`
      | `tool.${string}`
      | "guardrail.result"
      | "budget.check"
      | "limit.hit"
      | "kill.switch";
  }
>;

function tellRights(event: Rights, log: Log, reading: Reading): Told {
  const { line, words } = { line: reading.words.line, words: reading.words };
  switch (event.kind) {
    case "privilege.facts":
      return quiet("search-check", "guard", line.facts, 1);
    case "privilege.request":
      return ruleLine(event, reading);
    case "privilege.grant": {
      const seconds = Math.round(event.attrs.ttlMs / 1000);
      return {
        icon: "key-round",
        tone: "guard",
        text: line.allowed(toolTitle(reading, event.attrs.tool), seconds),
        depth: 1,
        signal: "pass",
      };
    }
    case "privilege.use":
      return quiet("fingerprint", "sealed", line.used, 1);
    case "privilege.expire":
      return { icon: "timer", tone: "guard", text: line.expired, depth: 1 };
    case "privilege.revoke":
      return { icon: "key-round", tone: "guard", text: line.revoked, depth: 1 };
    case "privilege.deny":
      return {
        icon: "octagon-x",
        tone: "stop",
        text: `${words.denied} ${toolTitle(reading, event.attrs.tool)}. ${event.values.sentence ?? ""}`,
        depth: 1,
        signal: "stop",
      };
    case "approval.request":
      return askedPerson(event, log, reading);
    case "approval.decision":
      return decisionLine(event, log, reading);
    case "approval.timeout":
      return { icon: "timer", tone: "stop", text: `${words.denied} ${words.nobodyDecided}`, depth: 1, signal: "stop" };
  }
}

function endOf(event: EventOfKind<"turn.end">, reading: Reading): Told {
  const { status } = event.attrs;
  if (status === "done") return quiet("check", "pass", reading.words.line.turnEnd, 0);
  const text = event.values.sentence || reading.words.end[status];
  return { icon: "octagon-x", tone: "stop", text, depth: 0, signal: "stop" };
}

function messageLine(event: EventOfKind<"message">, log: Log, reading: Reading): Told {
  const { line, decide } = reading.words;
  const name = speakerOf(log, event.key) ?? decide.noName;
  return event.attrs.role === "user"
    ? { icon: "message-square", tone: "talk", text: line.wrote(name), depth: 0, signal: "sealed" }
    : { icon: "reply", tone: "talk", text: line.replied(name), depth: 0, signal: "sealed" };
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

function codeLine(event: EventOfKind<"sandbox.end">, log: Log, reading: Reading): Told {
  const start = log.find("sandbox.start", event.key);
  const duration = start === undefined ? {} : { duration: took(event.time - start.time, reading.words) };
  if (event.attrs.outcome === "value")
    return { icon: "code-xml", tone: "act", text: reading.words.code.done, depth: 1, signal: "pass", ...duration };
  const text = `${reading.words.stopped} ${event.values.sentence ?? ""}`;
  return { icon: "code-xml", tone: "stop", text, depth: 1, signal: "stop", ...duration };
}

function callLine(event: EventOfKind<"tool.call">, log: Log, reading: Reading): Told {
  const tool = reading.tools.get(event.attrs.tool);
  const text = reading.words.line.calling(toolTitle(reading, event.attrs.tool));
  const isPlumbing = log.find("tool.result", event.key) !== undefined;
  return { icon: tool?.icon ?? "wrench", tone: tool?.group ?? "act", text, depth: 1, isPlumbing };
}

function resultLine(event: EventOfKind<"tool.result">, log: Log, reading: Reading): Told {
  const call = log.find("tool.call", withoutField(event.key));
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

function ruleLine(event: EventOfKind<"privilege.request">, reading: Reading): Told {
  const { line } = reading.words;
  const { decision, tool } = event.attrs;
  if (decision === "allow") return quiet("key-round", "guard", line.ruleAllows(toolTitle(reading, tool)), 1);
  if (decision === "deny") return quiet("key-round", "guard", line.ruleDenies, 1);
  const text = `${line.ruleAsks}: ${event.values.sentence ?? ""}`;
  return { icon: "hand", tone: "ask", text, depth: 1, signal: "ask" };
}

function askedPerson(event: EventOfKind<"approval.request">, log: Log, reading: Reading): Told {
  const { line } = reading.words;
  const answer = log.find("approval.decision", event.key) ?? log.find("approval.timeout", event.key);
  const who = event.attrs.roles.map(line.role).join(", ") || line.anyone;
  return {
    icon: "hourglass",
    tone: "ask",
    text: line.waitedFor(who),
    depth: 1,
    signal: "ask",
    ...(answer !== undefined && { duration: took(answer.time - event.time, reading.words) }),
  };
}

function decisionLine(event: EventOfKind<"approval.decision">, log: Log, reading: Reading): Told {
  const { words } = reading;
  const name = event.values.name ?? event.attrs.role;
  const request = log.find("approval.request", event.attrs.approvalId);
  const who = { approve: words.decidedBy, edit: words.editedBy, deny: words.deniedBy }[event.attrs.decision](name);
  const isDenied = event.attrs.decision === "deny";
  return {
    icon: isDenied ? "x" : "check",
    tone: isDenied ? "stop" : "pass",
    text: `${who}: ${request?.values.sentence ?? ""}`,
    depth: 1,
    signal: isDenied ? "stop" : "pass",
  };
}

/** Which of the choices above the timeline show a step; `all` shows each. */
export function filtersOf(event: RunEvent): readonly TraceFilter[] {
  const [family] = event.kind.split(".");
  switch (family) {
    case "guardrail":
    case "privilege":
    case "limit":
    case "budget":
      return ["all", "guards"];
    case "tool":
    case "retrieval":
    case "sandbox":
      return ["all", "tools"];
    case "approval":
    case "kill":
    case "handoff":
      return ["all", "decisions"];
    default:
      return ["all"];
  }
}
