import { RunError, Suspended, type EventDraft, type JsonObject, type Speaker, type StepScope } from "#engine";
import { judgeDecision } from "#pillars/autonomy";
import { nodeOf, type Desk } from "./desk.ts";

type RequestValues = Extract<EventDraft, { kind: "approval.request" }>["values"];
type Why = Extract<EventDraft, { kind: "approval.request" }>["attrs"]["why"];

/** Who is asked, for how long, and about which step. */
export interface AskTerms {
  readonly key: string;
  readonly tool: string;
  readonly requester: string;
  /** Roles that may decide; empty means anyone but the requester. */
  readonly roles: readonly string[];
  readonly waitMinutes: number;
  readonly allowEdit: boolean;
  readonly why: Why;
  readonly parent: string;
}

export type Answered =
  | {
      readonly outcome: "approved";
      readonly approvalId: string;
      readonly by: string;
      readonly role: string;
      readonly edited?: JsonObject;
    }
  | { readonly outcome: "denied"; readonly approvalId: string; readonly reason: string };

/**
 * Asks a person about exactly this and nothing else. The request is in the log before anybody sees it; the answer is read
 * from the log, where only judged decisions are written, and is judged again here. Throws Suspended while there is none.
 */
export async function askPerson(
  terms: AskTerms,
  values: RequestValues,
  scope: StepScope,
  desk: Desk,
): Promise<Answered> {
  const { event } = await desk.journal.record({
    kind: "approval.request",
    key: terms.key,
    parent: terms.parent,
    node: nodeOf(scope),
    actor: { type: "agent", ref: scope.step.node.id },
    attrs: {
      approvalId: terms.key,
      tool: terms.tool,
      argsDigest: "",
      expiresAt: desk.journal.now() + terms.waitMinutes * 60_000,
      roles: [...terms.roles],
      requester: terms.requester,
      allowEdit: terms.allowEdit,
      why: terms.why,
    },
    values,
  });
  const decision = await desk.journal.answer("approval.decision", terms.key);
  if (decision !== undefined) {
    const { decision: word, role, argsDigest } = decision.attrs;
    const by = decision.values.name ?? role;
    const edit = word === "edit" ? decision.values.arguments : undefined;
    const speaker = { id: decision.actor.ref, name: by, role };
    const problem = refusal(event.attrs, {
      by: speaker,
      time: decision.time,
      decision: word,
      argsDigest,
      edited: edit,
    });
    if (problem !== undefined) throw new RunError("check-failed", problem);
    if (word === "deny")
      return { outcome: "denied", approvalId: terms.key, reason: denial(by, decision.values.comment) };
    return { outcome: "approved", approvalId: terms.key, by, role, ...(edit === undefined ? {} : { edited: edit }) };
  }
  if ((await desk.journal.answer("approval.timeout", terms.key)) !== undefined) {
    return { outcome: "denied", approvalId: terms.key, reason: "Nobody decided in time, so it was denied." };
  }
  throw new Suspended(terms.key);
}

function denial(by: string, comment: string | undefined): string {
  return comment === undefined || comment === "" ? `${by} denied it.` : `${by} denied it: ${comment}`;
}

type RequestAttrs = Extract<EventDraft, { kind: "approval.request" }>["attrs"];

export interface DecisionToJudge {
  readonly by: Speaker;
  readonly time: number;
  readonly decision: "approve" | "deny" | "edit";
  readonly argsDigest: string;
  readonly edited?: JsonObject | undefined;
}

/**
 * Why a decision does not count for a request; undefined when it does. The one rule for those who write decisions into the
 * log and for the gate, which judges again what it reads there. Edited arguments are checked by the rules afterwards.
 */
export function refusal(request: RequestAttrs, decision: DecisionToJudge): string | undefined {
  const { edited } = decision;
  const judged = judgeDecision(
    {
      approvalId: request.approvalId,
      callHash: request.argsDigest,
      requesterId: request.requester,
      approvers: request.roles,
      notByRequester: request.requester !== "",
      people: 1,
      allowEdit: request.allowEdit,
      expiresAt: request.expiresAt,
      approvedBy: [],
    },
    {
      approvalId: request.approvalId,
      callHash: decision.argsDigest,
      verdict: decision.decision === "deny" ? "deny" : "approve",
      by: decision.by,
      ...(edited === undefined ? {} : { edited }),
    },
    decision.time,
    edited === undefined ? undefined : { arguments: edited, callHash: request.argsDigest, outcome: "passed" },
  );
  return judged.outcome === "refused" ? judged.sentence : undefined;
}
