import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import type { Cause, Effect } from "../trace/index.ts";
import { decisive, findingsOf, outcomeOf } from "./findings.ts";
import type { GuardResult } from "./findings.ts";
import { turnKey, withoutField } from "./log.ts";
import type { Log } from "./log.ts";
import type { Reading } from "./reading.ts";
import { reasonOf, ruleSaidOf, saidOf } from "./said.ts";
import { tell } from "./trace-line.ts";
import { saidIn } from "./trace-turns.ts";

/** Who led to whom. */
export interface CauseLinks {
  /** The step before this one. */
  cause(seq: number): number | undefined;
  /** The steps that this one led to, ascending. */
  effects(seq: number): readonly number[];
}

/** Links that grow with their log. */
export interface GrowingLinks extends CauseLinks {
  /** Finds for each step the one that led to it: the same call's step before it, the model's answer, the text that was read. */
  add(events: readonly RunEvent[]): void;
}

/** `log` has to hold the events before they are linked: a cause always comes before what it led to. */
export function growingLinks(log: Log): GrowingLinks {
  const causes = new Map<number, number>();
  const effects = new Map<number, number[]>();
  return {
    cause: (seq) => causes.get(seq),
    effects: (seq) => effects.get(seq) ?? [],
    add(events) {
      for (const event of events) {
        const cause = causeOf(event, log);
        if (cause === undefined || cause.seq >= event.seq) continue;
        causes.set(event.seq, cause.seq);
        const others = effects.get(cause.seq);
        if (others === undefined) effects.set(cause.seq, [event.seq]);
        else others.push(event.seq);
      }
    },
  };
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
  if (isKind(event, "llm.request"))
    return lastBefore(event, log, wasRead) ?? lastBefore(event, log, (each) => each.kind === "message");
  if (isKind(event, "message") && event.attrs.role === "assistant") return lastBefore(event, log, isAnswered);
  if (isKind(event, "turn.end")) return lastBefore(event, log, (each) => each.kind === "message");
  return undefined;
}

/** The last step of the same turn before this one that is as wanted. */
function lastBefore(event: RunEvent, log: Log, isWanted: (each: RunEvent) => boolean): RunEvent | undefined {
  const turn = log.turn(turnKey(event.key));
  for (let at = placeOf(event.seq, turn) - 1; at >= 0; at -= 1) {
    const each = turn[at];
    if (each !== undefined && isWanted(each)) return each;
  }
  return undefined;
}

/** Where the first step stands that is not before `seq`. */
function placeOf(seq: number, turn: readonly RunEvent[]): number {
  let [low, high] = [0, turn.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turn[middle]?.seq ?? seq) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What an answer in the chat follows from. */
function isAnswered(event: RunEvent): boolean {
  if (isKind(event, "guardrail.result")) return event.attrs.verdict === "block";
  return ["llm.response", "handoff", "error", "sandbox.end"].includes(event.kind);
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
export function chainOf(seq: number, log: Log, links: CauseLinks, reading: Reading): readonly Cause[] {
  const chain: Cause[] = [];
  for (let at: number | undefined = seq; at !== undefined; at = links.cause(at)) {
    const event = log.step(at);
    if (event === undefined) break;
    if (at !== seq && tell(event, log, reading).isPlumbing === true) continue;
    chain.push(causeCard(event, log, reading, chain.length > 0));
  }
  return chain.toReversed();
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
    detail: detailOf(event, reading),
    ...(isOutside && { isOutside }),
    ...(leadsOn && { link: isOutside ? brought : so }),
  };
}

const longest = 90;

function detailOf(event: RunEvent, reading: Reading): string {
  const text = detailText(event, reading);
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\s+\S*$/u, "")}…`;
}

function detailText(event: RunEvent, reading: Reading): string {
  switch (event.kind) {
    case "message":
      return saidIn(event.values.content, reading.words);
    case "privilege.deny":
      return saidOf(event, reading) ?? "";
    case "privilege.grant":
    case "privilege.request":
      return ruleSaidOf(event.values.sentence, reading) ?? "";
    case "approval.request":
      return ruleSaidOf(event.values.rule, reading) ?? "";
    case "approval.decision":
      return event.values.comment ?? "";
    case "guardrail.result":
      return foundOf(event, reading);
    case "guardrail.response":
      return event.values.reason ?? "";
    case "llm.response":
      return event.values.text ?? "";
    default:
      return "";
  }
}

function foundOf(event: GuardResult, reading: Reading): string {
  const surest = decisive(findingsOf(event));
  return surest === undefined ? "" : reasonOf(surest, reading);
}

/** What followed from a step, as sentences; steps that say nothing themselves are passed through. */
export function effectsOf(seq: number, log: Log, links: CauseLinks, reading: Reading): readonly Effect[] {
  return links.effects(seq).flatMap((each): readonly Effect[] => {
    const event = log.step(each);
    if (event === undefined) return [];
    const told = tell(event, log, reading);
    return told.isPlumbing === true ? effectsOf(each, log, links, reading) : [{ seq: each, text: told.text }];
  });
}
