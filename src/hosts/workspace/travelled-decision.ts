import type { RunEvent } from "#engine";
import { ruleOn, waitingRequests, type ApprovalRequestEvent, type PersonDecision } from "#monitor";
import { isProfileOf, type Approver } from "./approver-book.ts";
import { isSignedFor, recordedRequest, signatureRefused } from "./signed-decision.ts";
import type { TraceStore } from "#pillars/trace";
import type { TravelledDecision } from "./travel.ts";

/** A run in which the request of a decision file may wait. */
export interface DecidableRun {
  readonly runId: string;
  readonly origin: string;
  readonly events: readonly RunEvent[];
}

export type JudgedFile =
  | {
      readonly ok: true;
      readonly runId: string;
      readonly request: ApprovalRequestEvent;
      readonly decision: PersonDecision;
      /** Whose public key made the signature, which a person has to recognise where it is not known here. */
      readonly approver: string;
      readonly isKnown: boolean;
    }
  | { readonly ok: false; readonly why: "elsewhere" | "not-waiting" | "unsigned" | "other-person" }
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
  const request = waitingRequests(run.events).find(({ attrs }) => attrs.approvalId === approvalId);
  if (request === undefined) return { ok: false, why: "not-waiting" };
  const { signed } = decision;
  if (signed === undefined) return { ok: false, why: "unsigned" };
  const ruling = ruleOn(run.events, request.key, decision, time);
  if (!ruling.ok) return ruling;
  const place = await recordedRequest(store, origin, run.events, approvalId);
  if (!isSignedFor(place, ruling.draft, signed)) return { ok: false, sentence: signatureRefused };
  const known = approvers.find(({ vkey }) => vkey === signed.approver);
  // A key speaks for its one person in that role, or whoever holds it could be two people.
  if (known !== undefined && !isProfileOf(known, decision.by)) return { ok: false, why: "other-person" };
  return { ok: true, runId: run.runId, request, decision, approver: signed.approver, isKnown: known !== undefined };
}
