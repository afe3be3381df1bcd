import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import type { Cause, Effect } from "../trace/index.ts";
import { findingsOf, outcomeOf } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { logOf, turnKey, withoutField } from "./log.ts";
import type { Log } from "./log.ts";
import type { Reading } from "./reading.ts";
import { tell } from "./trace-line.ts";

/** Who led to whom: by step, the one before it. */
export type CauseLinks = ReadonlyMap<number, number>;

/** Finds for every step the one that led to it: the same call's step before it, the model's answer, the text that was read. */
export function causeLinks(events: readonly RunEvent[]): CauseLinks {
  const log = logOf(events);
  const links = new Map<number, number>();
  for (const event of events) {
    const cause = causeOf(event, log);
    if (cause !== undefined && cause.seq < event.seq) links.set(event.seq, cause.seq);
  }
  return links;
}

/** The steps of one call, in the order in which the gate takes them. */
const phases = [
  "privilege.facts",
  "privilege.request",
  "privilege.known",
  "approval.request",
  "approval.decision",
  "approval.timeout",
  "privilege.deny",
  "privilege.grant",
  "tool.call",
  "privilege.use",
  "tool.result",
  "sandbox.start",
  "sandbox.end",
  "llm.request",
  "llm.response",
  "guardrail.request",
  "guardrail.response",
] as const;

/** Steps that nobody looks for in a chain: they say what the next one says, or nothing. */
const passed: ReadonlySet<string> = new Set(["privilege.facts", "privilege.known", "privilege.use", "turn.start"]);

function causeOf(event: RunEvent, log: Log): RunEvent | undefined {
  if (isKind(event, "guardrail.result") || isKind(event, "guardrail.request"))
    return last(log, withoutField(event.attrs.ref), event.seq);
  return sameCall(event, log) ?? askedBy(event, log) ?? readBefore(event, log) ?? parentOf(event, log);
}

/** The step before it in the same call. After a person's decision the checks run again under `…/approved`. */
function sameCall(event: RunEvent, log: Log): RunEvent | undefined {
  if (!phases.some((phase) => phase === event.kind)) return undefined;
  const key = event.key.replace(/\/(?:approved|in-doubt|person-\d+)$/u, "");
  return log
    .at(key)
    .findLast((each) => each.seq < event.seq && phases.some((phase) => phase === each.kind) && !passed.has(each.kind));
}

/** A call `…/h1.c0` was wanted by the model's answer `…/h1`. */
function askedBy(event: RunEvent, log: Log): RunEvent | undefined {
  const wanted = /^(.*\/h\d+)\.c\d+/u.exec(event.key)?.[1];
  return wanted === undefined ? undefined : log.find("llm.response", wanted);
}

/** A model was asked because of the last thing it read; an answer in the chat follows from the model's last one. */
function readBefore(event: RunEvent, log: Log): RunEvent | undefined {
  const turn = turnKey(event.key);
  const earlier = log.events.filter(
    (each) =>
      each.seq < event.seq && turnKey(each.key.replace(/^(?:fw|judge|transformer)\/[^/]+\/[^/]+\//u, "")) === turn,
  );
  if (isKind(event, "llm.request")) return earlier.findLast(wasRead) ?? earlier.find((each) => each.kind === "message");
  if (isKind(event, "message") && event.attrs.role === "assistant")
    return earlier.findLast(
      (each) =>
        each.kind === "llm.response" ||
        each.kind === "handoff" ||
        each.kind === "error" ||
        each.kind === "sandbox.end" ||
        (isKind(each, "guardrail.result") && each.attrs.verdict === "block"),
    );
  if (isKind(event, "turn.end")) return earlier.findLast((each) => each.kind === "message");
  return undefined;
}

/** What a model reads next: a result, a refusal, or what a guard left of a result. */
function wasRead(event: RunEvent): boolean {
  if (event.kind === "guardrail.result") return event.attrs.target === "tool" && outcomeOf(event) !== "passed";
  return event.kind === "tool.result" || event.kind === "privilege.deny";
}

function parentOf(event: RunEvent, log: Log): RunEvent | undefined {
  const parent = event.parent === undefined ? undefined : last(log, withoutField(event.parent), event.seq);
  if (parent !== undefined && parent.kind !== "node.start") return parent;
  return log.find("message", `${turnKey(event.key)}/in`);
}

function last(log: Log, key: string, before: number): RunEvent | undefined {
  return log.at(key).findLast((each) => each.seq < before && !passed.has(each.kind));
}

/** From the first cause to the step itself. */
export function chainOf(
  seq: number,
  events: readonly RunEvent[],
  links: CauseLinks,
  reading: Reading,
): readonly Cause[] {
  const log = logOf(events);
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const chain: Cause[] = [];
  for (let at: number | undefined = seq; at !== undefined; at = links.get(at)) {
    const event = bySeq.get(at);
    if (event === undefined) break;
    if (at !== seq && tell(event, log, reading).isPlumbing === true) continue;
    chain.unshift(causeCard(event, log, reading, chain[0] !== undefined));
  }
  return chain;
}

function causeCard(event: RunEvent, log: Log, reading: Reading, leadsOn: boolean): Cause {
  const told = tell(event, log, reading);
  const isOutside = event.kind === "tool.result" || event.kind === "retrieval.result";
  const { so, brought } = reading.words.step.links;
  return {
    seq: event.seq,
    icon: told.icon,
    tone: told.signal === "stop" || told.signal === "ask" ? told.signal : told.tone,
    title: told.text,
    detail: detailOf(event),
    ...(isOutside && { isOutside }),
    ...(leadsOn && { link: isOutside ? brought : so }),
  };
}

const longest = 90;

function detailOf(event: RunEvent): string {
  const text = detailText(event);
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/u, "")}…`;
}

function detailText(event: RunEvent): string {
  switch (event.kind) {
    case "message":
      return `“${event.values.content ?? "…"}”`;
    case "privilege.grant":
    case "privilege.request":
    case "privilege.deny":
      return event.values.sentence ?? "";
    case "approval.request":
      return event.values.rule ?? "";
    case "approval.decision":
      return event.values.comment ?? "";
    case "guardrail.result":
      return decisive(findingsOf(event))?.reason ?? "";
    case "guardrail.response":
      return event.values.reason ?? "";
    case "llm.response":
      return event.values.text ?? "";
    default:
      return "";
  }
}

/** What stopped the text, the surest first; else what was found most surely. */
function decisive(found: readonly Finding[]): Finding | undefined {
  const bySureness = found.toSorted((a, b) => b.score - a.score);
  return bySureness.find(({ action }) => action === "block") ?? bySureness[0];
}

/** What followed from a step, as sentences; steps that say nothing themselves are passed through. */
export function effectsOf(
  seq: number,
  events: readonly RunEvent[],
  links: CauseLinks,
  reading: Reading,
): readonly Effect[] {
  const log = logOf(events);
  return events
    .filter((event) => links.get(event.seq) === seq)
    .flatMap((event): readonly Effect[] => {
      const told = tell(event, log, reading);
      if (told.isPlumbing === true) return effectsOf(event.seq, events, links, reading);
      return [{ seq: event.seq, text: told.text }];
    });
}
