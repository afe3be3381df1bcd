import { isKind, type EventDraft, type JsonObject, type RunEvent, type Speaker } from "#engine";
import { refusal } from "./approval.ts";

export type ApprovalRequestEvent = Extract<RunEvent, { kind: "approval.request" }>;

/** What a person says to a waiting request. */
export interface PersonDecision {
  readonly by: Speaker;
  readonly decision: "approve" | "deny" | "edit";
  readonly comment: string;
  /** The arguments as changed, for `edit`. */
  readonly edited?: JsonObject;
}

export type Ruling =
  | { readonly ok: true; readonly draft: EventDraft }
  | { readonly ok: false; readonly sentence: string };

/** Judges a decision at `time` (ms since the epoch) and gives the event to record. Nobody else writes approval.decision. */
export function ruleOn(request: ApprovalRequestEvent, person: PersonDecision, time: number): Ruling {
  const { argsDigest, approvalId } = request.attrs;
  const sentence = refusal(request.attrs, {
    by: person.by,
    time,
    decision: person.decision,
    argsDigest,
    edited: person.edited,
  });
  if (sentence !== undefined) return { ok: false, sentence };
  return {
    ok: true,
    draft: {
      kind: "approval.decision",
      key: request.key,
      parent: request.key,
      actor: { type: "approver", ref: person.by.id },
      attrs: { approvalId, decision: person.decision, role: person.by.role, argsDigest },
      values: {
        name: person.by.name,
        comment: person.comment,
        ...(person.edited === undefined ? {} : { arguments: person.edited }),
      },
    },
  };
}

/** Requests that nobody has decided and whose time is not recorded as over. */
export function waitingRequests(events: readonly RunEvent[]): readonly ApprovalRequestEvent[] {
  const settled = new Set(
    events.flatMap((event) =>
      event.kind === "approval.decision" || event.kind === "approval.timeout" ? [event.key] : [],
    ),
  );
  const ended = new Set(events.flatMap((event) => (event.kind === "turn.end" ? [event.key] : [])));
  return events.flatMap((event) => {
    if (!isKind(event, "approval.request") || settled.has(event.key)) return [];
    return ended.has(turnOf(event)) ? [] : [event];
  });
}

function turnOf(event: ApprovalRequestEvent): string {
  return /(?:^|\/)(t\d+)\//u.exec(event.key)?.[1] ?? "";
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
