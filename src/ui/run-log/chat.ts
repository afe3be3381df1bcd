import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import { waitingRequests } from "#monitor";
import type { ChatEntry, GuardEvent } from "../playground/index.ts";
import { codeWords } from "./code-words.ts";
import { withBoldValues } from "./amounts.ts";
import { guardSentence, outcomeOf } from "./findings.ts";
import type { GuardResult } from "./findings.ts";
import { logOf } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import type { Reading } from "./reading.ts";
import { nthApproval } from "./nth-approval.ts";
import { toolTitle } from "./reading.ts";
import { took } from "./times.ts";
import { askedFor, doneSentence } from "./tool-story.ts";
import { saidOf } from "./said.ts";

/** What is being written just now; never stored, so it only decorates the end. */
export interface Live {
  readonly text: string;
  readonly checking: boolean;
}

type Line = Omit<GuardEvent, "kind" | "id">;

/** The conversation as the log tells it: bubbles, and one quiet line for everything that a guard, a tool or a person did. */
export function chatEntries(
  events: readonly RunEvent[],
  reading: Reading,
  embedded: string,
  live?: Live,
): readonly ChatEntry[] {
  const log = logOf(events);
  const entries = events.flatMap((event): ChatEntry[] => {
    if (isKind(event, "message")) return [bubble(event, embedded)];
    const line = lineOf(event, log, reading);
    return line === undefined ? [] : [{ kind: "event", id: String(event.seq), ...line }];
  });
  if (live === undefined || live.text === "") return entries;
  return [...entries, { kind: "message", id: "live", from: "assistant", text: live.text, isStreaming: true }];
}

/** Answers that the last message suggests. */
export function followUps(events: readonly RunEvent[]): readonly string[] {
  const last = events.findLast((event) => event.kind === "message");
  return last !== undefined && isKind(last, "message") ? (last.values.options ?? []) : [];
}

function bubble(event: EventOfKind<"message">, embedded: string): ChatEntry {
  const { role, provider } = event.attrs;
  const sources = (event.values.sources ?? []).flatMap((source) =>
    typeof source["title"] === "string" ? [source["title"]] : [],
  );
  return {
    kind: "message",
    id: String(event.seq),
    from: role === "user" ? "person" : "assistant",
    text: event.values.content ?? "…",
    ...(sources.length > 0 && { sources }),
    ...(provider === "embedded" && { note: embedded }),
  };
}

function lineOf(event: RunEvent, log: Log, reading: Reading): Line | undefined {
  const { words } = reading;
  switch (event.kind) {
    case "tool.result":
      return toolLine(event, log, reading);
    case "privilege.deny":
      return event.attrs.code === "denied"
        ? undefined
        : stop(words.denied, `${toolTitle(reading, event.attrs.tool)}. ${saidOf(event, reading) ?? ""}`);
    case "guardrail.result":
      return guardLine(event, log, reading);
    case "approval.request":
      return requestLine(event, log, reading);
    case "approval.decision":
      return decisionLine(event, log, reading);
    case "approval.timeout":
      return stop(words.denied, words.nobodyDecided);
    case "sandbox.end":
      return codeLine(event, log, reading);
    case "limit.hit":
      return stop(words.stopped, saidOf(event, reading) ?? "");
    case "handoff":
      return { signal: "ask", lead: words.handedOver, words: event.attrs.to };
    case "run.recovered":
      return { signal: "quiet", words: words.recovered, hasWhy: true };
    case "turn.end":
      return endLine(event, log, reading);
    default:
      return undefined;
  }
}

function stop(lead: string, words: string): Line {
  return { signal: "stop", lead, words, hasWhy: true };
}

function toolLine(event: EventOfKind<"tool.result">, log: Log, reading: Reading): Line {
  const call = log.find("tool.call", event.key);
  const grant = log.find("privilege.grant", event.key);
  const what = doneSentence(event, call, reading);
  const isDone = event.attrs.outcome === "success";
  const said =
    isDone && grant !== undefined ? reading.words.allowedFor(what, Math.round(grant.attrs.ttlMs / 1000)) : what;
  const figure = call === undefined ? {} : { figure: took(event.time - call.time, reading.words) };
  return { signal: isDone ? "pass" : "quiet", words: said, ...figure, hasWhy: true };
}

function guardLine(event: GuardResult, log: Log, reading: Reading): Line | undefined {
  const { words } = reading;
  const outcome = outcomeOf(event);
  if (outcome === "passed" || outcome === "asked") return undefined;
  const sentence = guardSentence(event, log, reading);
  if (outcome === "stopped") return stop(words.stopped, sentence);
  if (outcome === "removed") return { signal: "stop", lead: words.removed, words: sentence, hasWhy: true };
  return { signal: "ask", lead: words.noticed, words: sentence, hasWhy: true };
}

function requestLine(event: EventOfKind<"approval.request">, log: Log, reading: Reading): Line | undefined {
  const { words } = reading;
  if (!waitingRequests(log.events).some(({ key }) => key === event.key)) return undefined;
  const args = event.values.arguments ?? {};
  const what = words.waitFor(askedFor(event.attrs.tool, args, event.values.sentence ?? "", reading)).trim();
  return { signal: "ask", lead: words.waiting, words: withBoldValues(what, args), hasWhy: true };
}

function decisionLine(event: EventOfKind<"approval.decision">, log: Log, reading: Reading): Line {
  const { words } = reading;
  const request = log.find("approval.request", event.attrs.approvalId);
  const name = event.values.name ?? event.attrs.role;
  const args = event.values.arguments ?? request?.values.arguments ?? {};
  const what = askedFor(request?.attrs.tool ?? "", args, request?.values.sentence ?? "", reading);
  const comment = event.values.comment ? words.commentOf(event.values.comment) : "";
  const which = nthApproval(event, log, reading);
  const who = { approve: words.decidedBy, edit: words.editedBy, deny: words.deniedBy }[event.attrs.decision](name);
  const isDenied = event.attrs.decision === "deny";
  return {
    signal: isDenied ? "stop" : "pass",
    lead: isDenied ? words.denied : words.approved,
    words: withBoldValues(`${words.decidedOn(who, what)}${which}${comment}`, args),
    hasWhy: true,
  };
}

function codeLine(event: EventOfKind<"sandbox.end">, log: Log, reading: Reading): Line {
  const { stopped } = reading.words;
  const { outcome, cpuMs, memoryBytes } = event.attrs;
  const start = log.find("sandbox.start", event.key);
  const code = codeWords(start, reading);
  const stops: Readonly<Record<string, string>> = {
    timeout: code.timeout(String((start?.attrs.timeMs ?? 0) / 1000)),
    memory: code.memory(Math.round((start?.attrs.memoryBytes ?? memoryBytes) / 2 ** 20)),
    "output-limit": code.output,
    denied: code.denied,
    // What has run has used something.
    crashed: cpuMs === 0 && memoryBytes === 0 ? code.notStarted : code.crashed,
    "not-adopted": code.notAdopted,
  };
  if (outcome === "value")
    return { signal: "pass", words: code.done, figure: took(cpuMs, reading.words), hasWhy: true };
  const why = stops[outcome];
  return why === undefined
    ? { signal: "quiet", words: code.error(event.values.sentence ?? ""), hasWhy: true }
    : stop(stopped, why);
}

function endLine(event: EventOfKind<"turn.end">, log: Log, reading: Reading): Line | undefined {
  const { status } = event.attrs;
  if (status === "done") return undefined;
  const sentence = event.values.sentence ?? "";
  // A limit says itself why the turn ends.
  const turn = log.events.slice(log.events.findLastIndex(({ kind, seq }) => kind === "turn.start" && seq < event.seq));
  const isSaid = turn.some(
    (each) =>
      each.kind === "limit.hit" && each.values.sentence !== undefined && sentence.includes(each.values.sentence),
  );
  if (isSaid) return undefined;
  const { end, said } = reading.words;
  const words = status === "stopped" || sentence === "" ? end[status] : (said.ended(sentence) ?? sentence);
  return { signal: status === "failed" ? "ask" : "stop", words, hasWhy: true };
}
