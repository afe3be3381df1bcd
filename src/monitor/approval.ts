import {
  RunError,
  sortedObject,
  Suspended,
  type EventDraft,
  type JsonObject,
  type Speaker,
  type StepScope,
} from "#engine";
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
  /** Whoever may decide is reminded after this; at half of the wait where it is left out. */
  readonly remindMinutes?: number | undefined;
  readonly allowEdit: boolean;
  readonly why: Why;
  readonly parent: string;
  /** Different people who have to approve; one where it is left out. */
  readonly people?: number;
  /** Whose turn it is when nobody has decided in time; nobody's where it is left out. */
  readonly escalation?: { readonly to: string; readonly waitMinutes: number } | undefined;
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
      remindAt: desk.journal.now() + Math.min(terms.remindMinutes ?? terms.waitMinutes / 2, terms.waitMinutes) * 60_000,
      roles: [...terms.roles],
      requester: terms.requester,
      allowEdit: terms.allowEdit,
      why: terms.why,
      ...(terms.people === undefined || terms.people === 1 ? {} : { people: terms.people }),
    },
    values,
  });
  const answered = await desk.stepAside(() => readAnswer(event.attrs, desk));
  if (answered === undefined) throw new Suspended(terms.key);
  if (answered !== "silence") return answered;
  const { escalation, remindMinutes: _, ...others } = terms;
  if (escalation === undefined)
    return { outcome: "denied", approvalId: terms.key, reason: "Nobody decided in time, so it was denied." };
  const { to, waitMinutes } = escalation;
  return askPerson({ ...others, key: escalatedKey(terms.key), roles: [to], waitMinutes }, values, scope, desk);
}

/** Where the second request is in the log. */
export function escalatedKey(key: string): string {
  return `${key}/escalated`;
}

async function readAnswer(request: RequestAttrs, desk: Desk): Promise<Answered | "silence" | undefined> {
  const answered = await readDecisions(request, desk);
  if (answered !== undefined) return answered;
  const silence = await desk.journal.answer("approval.timeout", request.approvalId);
  return silence === undefined ? undefined : "silence";
}

type Approved = Extract<Answered, { outcome: "approved" }>;

/** What the recorded decisions come to; undefined while there are too few. Each is judged again: a log can be written by hand. */
async function readDecisions(request: RequestAttrs, desk: Desk): Promise<Answered | undefined> {
  const approvals: Approved[] = [];
  const approvedBy: string[] = [];
  for (const key of decisionKeys(request)) {
    const decision = await desk.journal.answer("approval.decision", key);
    if (decision === undefined) return undefined;
    const { decision: word, role, argsDigest } = decision.attrs;
    const by = decision.values.name ?? role;
    const written = word === "edit" ? decision.values.arguments : undefined;
    const edited = written === undefined ? undefined : sortedObject(written);
    const speaker = { id: decision.actor.ref, name: by, role };
    const judged = { by: speaker, time: decision.time, decision: word, argsDigest, edited };
    const problem = refusal(request, judged, approvedBy);
    if (problem !== undefined) throw new RunError("check-failed", problem);
    const { approvalId } = request;
    if (word === "deny") return { outcome: "denied", approvalId, reason: denial(by, decision.values.comment) };
    approvedBy.push(decision.actor.ref);
    approvals.push({ outcome: "approved", approvalId, by, role, ...(edited === undefined ? {} : { edited }) });
  }
  return approvals.at(-1);
}

/** Where the decisions on a request are in the log: each person's has a place of its own, so that none takes another's. */
export function decisionKeys({ approvalId, people = 1 }: Pick<RequestAttrs, "approvalId" | "people">): string[] {
  return Array.from({ length: people }, (_, at) => (at === 0 ? approvalId : `${approvalId}/person-${at + 1}`));
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
 * `approvedBy` are the people who have approved it before.
 */
export function refusal(
  request: RequestAttrs,
  decision: DecisionToJudge,
  approvedBy: readonly string[] = [],
): string | undefined {
  const { edited } = decision;
  const by = { ...decision.by, id: oneSpelling(decision.by.id) };
  const requesterId = oneSpelling(request.requester);
  if (by.id === "") return "A decision needs the name of the person who decides.";
  if (requesterId === "" && decision.decision !== "deny")
    return "It is not known who asked for this, so nobody can approve it.";
  const judged = judgeDecision(
    {
      approvalId: request.approvalId,
      callHash: request.argsDigest,
      requesterId,
      approvers: request.roles,
      notByRequester: true,
      people: request.people ?? 1,
      allowEdit: request.allowEdit,
      expiresAt: request.expiresAt,
      approvedBy: approvedBy.map(oneSpelling),
    },
    {
      approvalId: request.approvalId,
      callHash: decision.argsDigest,
      verdict: decision.decision === "deny" ? "deny" : "approve",
      by,
      ...(edited === undefined ? {} : { edited }),
    },
    decision.time,
    edited === undefined ? undefined : { arguments: edited, callHash: request.argsDigest, outcome: "passed" },
  );
  return judged.outcome === "refused" ? judged.sentence : undefined;
}

/** One person does not become two by capitals, spaces or wide letters. */
export function oneSpelling(id: string): string {
  return id.normalize("NFKC").trim().toLowerCase();
}
