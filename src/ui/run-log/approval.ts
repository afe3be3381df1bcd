import type { JsonObject, JsonValue, RunEvent } from "#engine";
import { approvedBy } from "#monitor";
import type { ApprovalDecision, ApprovalRequest } from "../approvals/index.ts";
import type { Words } from "#ui/kit";
import { parseAmount, withBoldValues } from "./amounts.ts";
import { guardSentence, outcomeOf } from "./findings.ts";
import type { GuardResult } from "./findings.ts";
import { logOf, speakerOf, turnKey } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { argumentRows } from "./origins.ts";
import type { Viewpoint } from "./origins.ts";
import { labelOf, stepTitle, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { ruleSentence } from "./rule-sentence.ts";
import { ruleSaidOf } from "./said.ts";
import { ago, clock, span } from "./times.ts";
import { doneSentence } from "./tool-story.ts";

export type RequestEvent = EventOfKind<"approval.request">;

/** A waiting request as a card: the sentence, each argument with its origin, the rule, the checks, what led here. */
export function approvalView(
  request: RequestEvent,
  events: readonly RunEvent[],
  reading: Reading,
  now: number,
  viewpoint: Viewpoint,
): ApprovalRequest {
  const { decide } = reading.words;
  const log = logOf(events.filter(({ seq }) => seq <= request.seq));
  const tool = reading.tools.get(request.attrs.tool);
  const person = speakerOf(log, request.key) ?? decide.noName;
  const args = request.values.arguments ?? {};
  const left = Math.max(0, request.attrs.expiresAt - now);
  const rows = argumentRows(request, events, person, viewpoint, reading);
  const notice = noticeOf(
    request,
    log,
    rows.some(({ origin }) => origin === "outside" || origin === "agent"),
    reading,
  );
  return {
    id: request.attrs.approvalId,
    icon: tool?.icon ?? "stamp",
    group: tool?.group ?? "guard",
    who: stepTitle(reading, request.node?.id),
    tool: toolTitle(reading, request.attrs.tool),
    context: decide.context(reading.flow.title, person, ago(now - request.time, reading.words)),
    timeLeft: { text: span(left, reading.words), left, total: request.attrs.expiresAt - request.time },
    sentence: withBoldValues(`${request.values.sentence ?? ""}.`, args),
    arguments: rows,
    ...(notice !== undefined && { notice }),
    rule: {
      words: withPeople(ruleWords(request, events, reading, viewpoint), request, events, reading),
      name: ruleName(request, reading),
    },
    checks: checksOf(request, log, person, reading),
    before: beforeOf(request, log, reading),
    ...peopleOf(request, events),
  };
}

/** Where more than one person has to agree: how many have. */
export function peopleOf(request: RequestEvent, events: readonly RunEvent[]): Pick<ApprovalRequest, "people"> {
  const needed = request.attrs.people ?? 1;
  return needed === 1 ? {} : { people: { done: approvedBy(request, events).length, needed } };
}

/** The rule, and where two people have to approve who has. */
function withPeople(rule: Words, request: RequestEvent, events: readonly RunEvent[], reading: Reading): Words {
  if ((request.attrs.people ?? 1) === 1) return rule;
  const { twoPeople, oneMore } = reading.words.decide;
  const [first] = approvedBy(request, events);
  return [...[rule].flat(), ` ${first === undefined ? twoPeople : oneMore(first)}`];
}

/** Beside a chat the short sentence, in the inbox the whole rule. */
function ruleWords(request: RequestEvent, events: readonly RunEvent[], reading: Reading, viewpoint: Viewpoint): Words {
  const short = ruleSaidOf(request.values.rule, reading) ?? "";
  if (viewpoint === "requester" || request.attrs.why !== "rule") return short;
  const whole = ruleSentence(request, events, reading);
  if (whole === undefined) return short;
  // The parts in bold are English words; a translated rule is shown plain.
  const text = [whole]
    .flat()
    .map((part) => (typeof part === "string" ? part : part.bold))
    .join("");
  return reading.words.said.rule(text) ?? whole;
}

function ruleName(request: RequestEvent, reading: Reading): string {
  const { decide } = reading.words;
  const names = {
    rule: decide.ruleName(toolTitle(reading, request.attrs.tool)),
    gate: decide.gateName,
    origin: decide.originName,
    "step-up": decide.stepUpName,
    firewall: decide.firewallName,
    "in-doubt": decide.inDoubtName,
  };
  return names[request.attrs.why];
}

/** The last text that a guard stopped before this request, and whether anything here comes from outside. */
function noticeOf(request: RequestEvent, log: Log, hasOutside: boolean, reading: Reading) {
  const { words } = reading;
  const stopped = lastStop(request, log.events);
  if (stopped === undefined) return undefined;
  const tail = hasOutside ? words.decide.noticeTailTouched : words.decide.noticeTail;
  return {
    words: [{ bold: words.stopped, tone: "stop" as const }, ` ${guardSentence(stopped, log, reading)}. ${tail}`],
    link: words.decide.seeSentence,
  };
}

/** The last text that a guard stopped before the request was made. */
export function lastStop(request: RequestEvent, events: readonly RunEvent[]): GuardResult | undefined {
  return events
    .filter((event) => event.kind === "guardrail.result")
    .findLast((event) => event.seq < request.seq && outcomeOf(event) === "stopped");
}

function checksOf(request: RequestEvent, log: Log, person: string, reading: Reading): ApprovalRequest["checks"] {
  const { decide } = reading.words;
  const facts = log.find("privilege.facts", request.key);
  const texts = log.events.filter((event) => event.kind === "guardrail.result");
  const outside = texts.some((event) => event.kind === "guardrail.result" && event.attrs.target === "tool");
  const more = (request.values.checks ?? []).flatMap((each) =>
    // Rules and gates are why a person is asked; a doubt about a value is what they have to look at.
    each["why"] === "origin" && typeof each["sentence"] === "string"
      ? [ruleSaidOf(each["sentence"], reading) ?? ""]
      : [],
  );
  return [
    ...(facts === undefined
      ? []
      : [
          facts.attrs.ownRecord
            ? { isFine: true, text: decide.ownRecord(person) }
            : { isFine: false, text: decide.notOwnRecord(person) },
          ...(facts.attrs.sameTarget && reading.tools.get(request.attrs.tool)?.spec.effect === "pay"
            ? [{ isFine: true, text: decide.sameTarget }]
            : []),
        ]),
    ...more.map((text) => ({ isFine: false, text })),
    ...(texts.length > 0 ? [{ isFine: true, text: decide.checkedTexts(texts.length) }] : []),
    outside ? { isFine: false, text: decide.outsideInChat } : { isFine: true, text: decide.noOutside },
  ];
}

const mostBefore = 5;

/** What was said, done and stopped in the same turn, oldest first. */
function beforeOf(request: RequestEvent, log: Log, reading: Reading): ApprovalRequest["before"] {
  const { words } = reading;
  const turn = turnKey(request.key);
  const lines = log.events.flatMap((event): ApprovalRequest["before"][number][] => {
    if (turnKey(event.key) !== turn && turnKey("ref" in event.attrs ? String(event.attrs.ref) : "") !== turn) return [];
    const common = { id: String(event.seq), time: clock(event.time, words) };
    if (event.kind === "message" && event.attrs.role === "user")
      return [
        {
          ...common,
          icon: "message-square",
          tone: "talk",
          text: `${speakerOf(log, event.key) ?? ""}: ${words.quoted(event.values.content ?? "")}`,
        },
      ];
    if (event.kind === "tool.result") {
      const tool = reading.tools.get(event.attrs.tool);
      const text = doneSentence(event, log.find("tool.call", event.key), reading);
      return [{ ...common, icon: tool?.icon ?? "wrench", tone: tool?.group ?? "act", text }];
    }
    if (event.kind === "guardrail.result" && ["stopped", "removed"].includes(outcomeOf(event))) {
      const lead = outcomeOf(event) === "stopped" ? words.stopped : words.removed;
      return [{ ...common, icon: "shield-x", tone: "stop", text: `${lead} ${guardSentence(event, log, reading)}` }];
    }
    return [];
  });
  return lines.slice(-mostBefore);
}

export type EditedArguments =
  | { readonly ok: true; readonly args: JsonObject }
  | { readonly ok: false; readonly sentence: string };

/** The arguments with what a person changed; text where a number belongs is one sentence, and nothing is decided. */
export function editedArguments(
  request: RequestEvent,
  changes: Extract<ApprovalDecision, { kind: "edit" }>["changes"],
  reading: Reading,
): EditedArguments {
  const args: Record<string, JsonValue> = { ...request.values.arguments };
  for (const [name, text] of Object.entries(changes)) {
    const amount = typeof args[name] === "number" ? parseAmount(text) : undefined;
    if (typeof args[name] === "number" && amount === undefined)
      return {
        ok: false,
        sentence: reading.words.decide.badNumber(labelOf(name, reading.tools.get(request.attrs.tool))),
      };
    args[name] = amount ?? text;
  }
  return { ok: true, args };
}
