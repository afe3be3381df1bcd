import { isKind, type EventDraft, type JsonObject, type RunEvent, type Speaker } from "#engine";
import { decisionSentences } from "#pillars/autonomy";
import { decisionKeys, oneSpelling, refusal } from "./approval.ts";

export type ApprovalRequestEvent = Extract<RunEvent, { kind: "approval.request" }>;

/** What a person says to a waiting request. */
export interface PersonDecision {
  readonly by: Speaker;
  readonly decision: "approve" | "deny" | "edit";
  readonly comment: string;
  /** The arguments as changed, for `edit`. */
  readonly edited?: JsonObject;
  /** Made where the person's own key is; whoever records the decision checks it. */
  readonly signed?: DecisionSignature;
}

/** A person's signature over one decision. */
export interface DecisionSignature {
  /** The public key line. */
  readonly approver: string;
  readonly signature: string;
  /** With which the digests that were signed are made, by field; Base64url. */
  readonly salts: Readonly<Record<string, string>>;
  /** Their cosignature under the run's checkpoint of that many steps, which shows the request. */
  readonly cosigned?: { readonly size: number; readonly signature: string };
}

/** What of a decision can be erased later; a signature covers the digests of these. */
export function decisionValues({ by, comment, edited }: PersonDecision) {
  return { name: by.name, comment, ...(edited === undefined ? {} : { arguments: edited }) };
}

export type Ruling =
  | { readonly ok: true; readonly draft: Extract<EventDraft, { kind: "approval.decision" }> }
  | { readonly ok: false; readonly sentence: string };

/**
 * Judges a decision at `time` (ms since the epoch) on what `events`, the whole log, holds about the request, and gives the
 * event to record. Nobody else writes approval.decision, and between two of them the first has to be in `events`.
 */
export function ruleOn(events: readonly RunEvent[], requestKey: string, person: PersonDecision, time: number): Ruling {
  const request = waitingRequests(events).find((each) => each.key === requestKey);
  if (request === undefined)
    return { ok: false, sentence: "This is no longer open: it was decided, or its time is over." };
  const { argsDigest, approvalId } = request.attrs;
  const earlier = decisionsOn(request, events);
  const approvedBy = earlier.map(({ actor }) => actor.ref);
  const judged = { by: person.by, time, decision: person.decision, argsDigest, edited: person.edited };
  const sentence = refusal(request.attrs, judged, approvedBy) ?? samePerson(request, person, earlier, events);
  if (sentence !== undefined) return { ok: false, sentence };
  return {
    ok: true,
    draft: {
      kind: "approval.decision",
      key: decisionKeys(request.attrs)[approvedBy.length] ?? request.key,
      parent: request.key,
      actor: { type: "approver", ref: person.by.id },
      attrs: {
        approvalId,
        decision: person.decision,
        role: person.by.role,
        argsDigest,
        ...signatureAttrs(person),
      },
      values: decisionValues(person),
    },
  };
}

function signatureAttrs({ signed }: PersonDecision) {
  if (signed === undefined) return {};
  const { approver, signature, cosigned } = signed;
  return { approver, signature, ...(cosigned && { cosigned }) };
}

/**
 * One person is not two by another profile: an approval in the name of who asked, or of who approved before, or with the
 * same key, does not count. The gate, which reads the log, goes by ids; this stands where decisions are written.
 */
function samePerson(
  request: ApprovalRequestEvent,
  { by, decision, signed }: PersonDecision,
  earlier: readonly DecisionEvent[],
  events: readonly RunEvent[],
): string | undefined {
  if (decision === "deny") return undefined;
  const name = oneSpelling(by.name);
  const asked = events.findLast((event) => isKind(event, "turn.start") && event.seq < request.seq);
  const asker = asked?.kind === "turn.start" ? asked.values.speaker?.["name"] : undefined;
  if (typeof asker === "string" && oneSpelling(asker) === name) return decisionSentences["same-person"];
  const isAgain = earlier.some(
    ({ attrs, values }) =>
      oneSpelling(values.name ?? "") === name || (signed !== undefined && attrs.approver === signed.approver),
  );
  return isAgain ? decisionSentences["already-approved"] : undefined;
}

/** Whether this person's approval would count now, as far as the log tells; time apart. */
export function mayApprove(request: ApprovalRequestEvent, events: readonly RunEvent[], by: Speaker): boolean {
  return ruleOn(events, request.key, { by, decision: "approve", comment: "" }, request.time).ok;
}

/** The names of those who have approved a request that waits for more. */
export function approvedBy(request: ApprovalRequestEvent, events: readonly RunEvent[]): readonly string[] {
  return decisionsOn(request, events).map(({ attrs, values }) => values.name ?? attrs.role);
}

type DecisionEvent = Extract<RunEvent, { kind: "approval.decision" }>;

function decisionsOn(request: ApprovalRequestEvent, events: readonly RunEvent[]): readonly DecisionEvent[] {
  return events.flatMap((event) =>
    isKind(event, "approval.decision") && event.attrs.approvalId === request.attrs.approvalId ? [event] : [],
  );
}

/** Requests that wait for a decision: not enough people have approved, nobody has denied, and the turn goes on. */
export function waitingRequests(events: readonly RunEvent[]): readonly ApprovalRequestEvent[] {
  // Turns follow one another, so the last end is after everything that can no longer be decided; a run can be left within one.
  const going = events.slice(1 + events.findLastIndex(({ kind }) => kind === "turn.end" || kind === "run.close"));
  const open = going.flatMap((event) => (isKind(event, "approval.request") ? [event] : []));
  return open.filter((request) => {
    const decisions = decisionsOn(request, going);
    const isOver = going.some((event) => event.kind === "approval.timeout" && event.key === request.key);
    const isDenied = decisions.some(({ attrs }) => attrs.decision === "deny");
    return !isOver && !isDenied && decisions.length < (request.attrs.people ?? 1);
  });
}

/** Records silence as a denial for every request whose time is over. */
export function timeouts(events: readonly RunEvent[], time: number): readonly EventDraft[] {
  return waitingRequests(events)
    .filter((request) => time > request.attrs.expiresAt)
    .map((request) => ({
      kind: "approval.timeout",
      key: request.key,
      parent: request.key,
      actor: { type: "system", ref: "clock" },
      attrs: { approvalId: request.attrs.approvalId },
      values: {},
    }));
}

/** Requests of which whoever may decide has to be reminded, at `time`; those that were recorded as reminded included. */
export function dueReminders(events: readonly RunEvent[], time: number): readonly ApprovalRequestEvent[] {
  return waitingRequests(events).filter(
    ({ attrs }) => attrs.remindAt !== undefined && time >= attrs.remindAt && time <= attrs.expiresAt,
  );
}

/** Records each reminder that is due, once. */
export function reminders(events: readonly RunEvent[], time: number): readonly EventDraft[] {
  const reminded = new Set(events.flatMap((event) => (isKind(event, "approval.reminder") ? [event.key] : [])));
  return dueReminders(events, time)
    .filter(({ key }) => !reminded.has(key))
    .map(({ key, attrs }) => ({
      kind: "approval.reminder",
      key,
      parent: key,
      actor: { type: "system", ref: "clock" },
      attrs: { approvalId: attrs.approvalId },
      values: {},
    }));
}
