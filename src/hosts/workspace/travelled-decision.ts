import { isKind, type RunEvent } from "#engine";
import { ruleOn, waitingRequests, type ApprovalRequestEvent, type PersonDecision } from "#monitor";
import { keyStanding, type Approver } from "./approver-book.ts";
import { isSignedFor, recordedRequest, signatureRefused } from "./signed-decision.ts";
import type { TraceStore } from "#pillars/trace";
import type { TravelledDecision } from "./travel.ts";

/** A run in which the request of a decision file may wait. */
export interface DecidableRun {
  readonly runId: string;
  readonly origin: string;
  readonly events: readonly RunEvent[];
}

/** Why a decision file changes nothing; for `counted` because it has been taken in before. */
export type NotTaken = "elsewhere" | "unsigned" | "other-person" | NotWaiting;
type NotWaiting = "counted" | "decided" | "expired" | "ended" | "no-request";

export type JudgedFile =
  | {
      readonly ok: true;
      readonly runId: string;
      readonly request: ApprovalRequestEvent;
      readonly decision: PersonDecision;
      /** Whose public key made the signature, which a person has to recognise where it is not known here. */
      readonly approver: string;
      readonly isKnown: boolean;
      /** Keys that are known here in the same name, where this one is not. */
      readonly others: readonly Approver[];
    }
  | { readonly ok: false; readonly why: NotTaken }
  | { readonly ok: false; readonly sentence: string };

/** Judges a decision that came as a file as a click would be judged, its signature included, and records nothing. */
export async function judgeTravelled(
  { origin, approvalId, decision }: TravelledDecision,
  runs: readonly DecidableRun[],
  approvers: readonly Approver[],
  store: TraceStore,
  time: number,
): Promise<JudgedFile> {
  const run = runs.find((each) => each.origin === origin);
  if (run === undefined) return { ok: false, why: "elsewhere" };
  const { signed } = decision;
  if (isCounted(run.events, signed?.signature)) return { ok: false, why: "counted" };
  const request = waitingRequests(run.events).find(({ attrs }) => attrs.approvalId === approvalId);
  if (request === undefined) return { ok: false, why: whyNotWaiting(run.events, approvalId) };
  // What nobody has recorded yet as a denial is one all the same.
  if (time > request.attrs.expiresAt) return { ok: false, why: "expired" };
  if (signed === undefined) return { ok: false, why: "unsigned" };
  const ruling = ruleOn(run.events, request.key, decision, time);
  if (!ruling.ok) return ruling;
  const place = await recordedRequest(store, origin, run.events, approvalId);
  if (!(await isSignedFor(store, place, ruling.draft, signed))) return { ok: false, sentence: signatureRefused };
  const key = keyStanding(signed.approver, decision.by, approvers);
  if (key.standing === "other-person") return { ok: false, why: "other-person" };
  const isKnown = key.standing === "known";
  const others = key.standing === "known" ? [] : key.others;
  return { ok: true, runId: run.runId, request, decision, approver: signed.approver, isKnown, others };
}

function isCounted(events: readonly RunEvent[], signature: string | undefined): boolean {
  return (
    signature !== undefined &&
    events.some((event) => isKind(event, "approval.decision") && event.attrs.signature === signature)
  );
}

/** What became of a request that waits no more. */
function whyNotWaiting(events: readonly RunEvent[], approvalId: string): NotWaiting {
  const isOf = (kind: "approval.request" | "approval.decision" | "approval.timeout") =>
    events.some((event) => isKind(event, kind) && event.attrs.approvalId === approvalId);
  if (isOf("approval.timeout")) return "expired";
  if (isOf("approval.decision")) return "decided";
  return isOf("approval.request") ? "ended" : "no-request";
}
