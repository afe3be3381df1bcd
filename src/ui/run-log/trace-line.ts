import type { RunEvent } from "#engine";
import type { TraceFilter } from "../trace/index.ts";
import { speakerOf } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { stepTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { tellWork } from "./tell-work.ts";
import { quiet } from "./told.ts";
import type { Told } from "./told.ts";

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

function endOf(event: EventOfKind<"turn.end">, reading: Reading): Told {
  const { status } = event.attrs;
  if (status === "done") return quiet("check", "pass", reading.words.line.turnEnd, 0);
  const text = event.values.sentence || reading.words.end[status];
  return { icon: "octagon-x", tone: "stop", text, depth: 0, signal: "stop" };
}

function messageLine(event: EventOfKind<"message">, log: Log, reading: Reading): Told {
  const { line, decide } = reading.words;
  const speaker = speakerOf(log, event.key);
  const name = speaker ?? decide.noName;
  return event.attrs.role === "user"
    ? {
        icon: "message-square",
        tone: "talk",
        text: line.wrote(speaker ?? decide.noNameFirst),
        depth: 0,
        signal: "sealed",
      }
    : { icon: "reply", tone: "talk", text: line.replied(name), depth: 0, signal: "sealed" };
}

const shownBy: Readonly<Record<string, readonly TraceFilter[]>> = {
  guardrail: ["all", "guards"],
  privilege: ["all", "guards"],
  limit: ["all", "guards"],
  budget: ["all", "guards"],
  tool: ["all", "tools"],
  retrieval: ["all", "tools"],
  sandbox: ["all", "tools"],
  approval: ["all", "decisions"],
  kill: ["all", "decisions"],
  handoff: ["all", "decisions"],
};
const shownByAll: readonly TraceFilter[] = ["all"];

/** Which of the choices above the timeline show a step; `all` shows each. */
export function filtersOf({ kind }: RunEvent): readonly TraceFilter[] {
  return shownBy[kind.split(".")[0] ?? ""] ?? shownByAll;
}
