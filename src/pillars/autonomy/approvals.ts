import { atLeast, equalJson, type JsonObject, type Speaker, type ToolSpec } from "#engine";
import type { ApprovalConfig } from "./approval-config.ts";
import { denialOf, type Denial } from "./denials.ts";
import { guardedRoles, sinkIntegrity } from "./guarded-roles.ts";
import { leaves, roleOf } from "./leaves.ts";
import { formatAmount, hundredths } from "./money.ts";
import type { TracedArguments } from "./origin.ts";
import { anyone } from "./role.ts";

/** One call that waits for people. Times are ms since the epoch. */
export interface ApprovalRequest {
  readonly approvalId: string;
  /** Of the call as it is shown (callHash). */
  readonly callHash: string;
  readonly requesterId: string;
  /** Roles that may decide; empty, or `anyone` among them, means every role. */
  readonly approvers: readonly string[];
  readonly notByRequester: boolean;
  readonly people: number;
  readonly allowEdit: boolean;
  readonly expiresAt: number;
  /** Ids of the people who approved exactly this call so far. */
  readonly approvedBy: readonly string[];
}

/** What one person decided about a request. */
export interface ApprovalDecision {
  readonly approvalId: string;
  readonly callHash: string;
  readonly verdict: "approve" | "deny";
  readonly by: Speaker;
  /** The arguments as the approver changed them, where they did. */
  readonly edited?: JsonObject;
}

/** That provenance, policy and firewall looked at edited arguments, and what they said; `callHash` is that of the edited call. */
export interface Recheck {
  readonly arguments: JsonObject;
  readonly callHash: string;
  readonly outcome: "passed" | "refused";
}

export const decisionRefusals = [
  "other-approval",
  "expired",
  "hash-mismatch",
  "wrong-role",
  "same-person",
  "already-approved",
  "no-edits",
  "needs-recheck",
  "edit-refused",
] as const;
export type DecisionRefusal = (typeof decisionRefusals)[number];

/** One sentence for each reason why a decision does not count. */
export const decisionSentences: Readonly<Record<DecisionRefusal, string>> = {
  "other-approval": "This decision is for another request.",
  expired: "The time to decide is over.",
  "hash-mismatch": "The call has changed since it was shown; look at it again.",
  "wrong-role": "Your role may not decide this.",
  "same-person": "The person who asked may not approve it.",
  "already-approved": "A second, different person has to approve this.",
  "no-edits": "The arguments of this call may not be changed.",
  "needs-recheck": "The changed arguments have to be checked first.",
  "edit-refused": "The rules do not allow the call with these changes.",
};

/** What a decision comes to. */
export type Judgement =
  /** Run the call, with `arguments` in place of its own if there are any. It is for this `callHash`, once. */
  | { readonly outcome: "approved"; readonly callHash: string; readonly arguments?: JsonObject }
  | { readonly outcome: "denied" }
  /** Counted, but more people have to approve. After an edit the request waits for the edited call. */
  | { readonly outcome: "waiting"; readonly request: ApprovalRequest; readonly arguments?: JsonObject }
  | { readonly outcome: "refused"; readonly reason: DecisionRefusal; readonly sentence: string };

/** Judges one person's decision on a waiting call. A decision that does not count changes nothing. */
export function judgeDecision(
  request: ApprovalRequest,
  decision: ApprovalDecision,
  now: number,
  recheck?: Recheck,
): Judgement {
  const refusal = refusalOf(request, decision, now) ?? editRefusal(request, decision, recheck);
  if (refusal !== undefined) return { outcome: "refused", reason: refusal, sentence: decisionSentences[refusal] };
  if (decision.verdict === "deny") return { outcome: "denied" };
  const { edited } = decision;
  const changed = edited === undefined ? {} : { arguments: edited };
  const hash = edited === undefined || recheck === undefined ? request.callHash : recheck.callHash;
  const approvedBy = edited === undefined ? [...request.approvedBy, decision.by.id] : [decision.by.id];
  if (approvedBy.length < request.people)
    return { outcome: "waiting", request: { ...request, callHash: hash, approvedBy }, ...changed };
  return { outcome: "approved", callHash: hash, ...changed };
}

function refusalOf(request: ApprovalRequest, decision: ApprovalDecision, now: number): DecisionRefusal | undefined {
  if (decision.approvalId !== request.approvalId) return "other-approval";
  if (!(now < request.expiresAt)) return "expired";
  if (decision.callHash !== request.callHash) return "hash-mismatch";
  if (!mayDecide(request.approvers, decision.by.role)) return "wrong-role";
  if (decision.verdict === "deny") return undefined;
  if (request.notByRequester && decision.by.id === request.requesterId) return "same-person";
  return request.approvedBy.includes(decision.by.id) ? "already-approved" : undefined;
}

function editRefusal(
  request: ApprovalRequest,
  decision: ApprovalDecision,
  recheck: Recheck | undefined,
): DecisionRefusal | undefined {
  if (decision.edited === undefined || decision.verdict === "deny") return undefined;
  if (!request.allowEdit) return "no-edits";
  if (recheck === undefined || !equalJson(recheck.arguments, decision.edited)) return "needs-recheck";
  return recheck.outcome === "passed" ? undefined : "edit-refused";
}

function mayDecide(approvers: readonly string[], role: string): boolean {
  return approvers.length === 0 || approvers.includes(anyone) || approvers.includes(role);
}

/** What became of a request that nobody decided. */
export type Timeout =
  | { readonly outcome: "open" }
  | { readonly outcome: "denied" }
  | { readonly outcome: "escalated"; readonly request: ApprovalRequest };

/** What silence means at `now`: nothing yet, a denial, or (once) somebody else's turn. Never an approval. */
export function judgeTimeout(
  request: ApprovalRequest,
  config: Pick<ApprovalConfig, "onTimeout">,
  now: number,
): Timeout {
  if (now < request.expiresAt) return { outcome: "open" };
  const { onTimeout } = config;
  if (onTimeout.kind === "deny" || request.approvers.includes(onTimeout.to)) return { outcome: "denied" };
  const expiresAt = request.expiresAt + onTimeout.waitMinutes * 60_000;
  if (now >= expiresAt) return { outcome: "denied" };
  return { outcome: "escalated", request: { ...request, approvers: [onTimeout.to], expiresAt, approvedBy: [] } };
}

/** Whether a call needs a person. */
export interface ApprovalNeed {
  readonly needed: boolean;
  /** Why, when it is needed. */
  readonly sentence: string;
}

/** What a gate is told beside the call. */
export interface GateKnowledge {
  /** Calls of this chat that a person approved, or that were made and succeeded, before this one was asked for. */
  readonly known: readonly Denial[];
  /** Whether earlier chats know the target; `unread` where that cannot be found out. */
  readonly earlier: "yes" | "no" | "unread";
  /** Decides a condition over the arguments; undefined when it comes to neither yes nor no. */
  readonly holds: (condition: string, args: JsonObject) => boolean | undefined;
  readonly influence: Influence;
}

/** How outside text had a say in a call beside its arguments. */
export interface Influence {
  /** It decided the branch that the step stands in. */
  readonly branch: boolean;
  /** Whoever asks for the call has read some. */
  readonly read: boolean;
}

/** Whether a gate wants a person for this call. What can't be read counts as needing one. */
export function approvalNeeded(
  config: ApprovalConfig,
  spec: ToolSpec,
  args: JsonObject,
  traced: TracedArguments,
  { known, earlier, holds, influence }: GateKnowledge,
): ApprovalNeed {
  const { when } = config;
  switch (when.kind) {
    case "always":
      return { needed: true, sentence: `A person decides about every use of ${spec.title}.` };
    case "risk":
      return {
        needed: when.effects.includes(spec.effect),
        sentence: `${spec.title} is a risky tool, so a person decides.`,
      };
    case "outside":
      return {
        needed: influence.branch || hasOutsideArgument(spec, args, traced),
        sentence: influence.branch
          ? "Outside text decided that this is done at all, so a person decides."
          : "Who, what or how much comes from outside text, so a person decides.",
      };
    case "contents":
      return {
        needed: influence.branch || hasForeignContents(args, traced),
        sentence: "It contains something from outside text, so a person decides.",
      };
    case "influenced":
      return {
        needed: influence.branch || influence.read || hasForeignContents(args, traced),
        sentence: "Text from outside had a part in this, so a person decides.",
      };
    case "first-target":
      return {
        needed: earlier !== "yes" && !isKnownTarget(known, denialOf(spec.name, args, spec.roles)),
        sentence:
          earlier === "unread"
            ? `Earlier chats cannot be read, so this target counts as new to ${spec.title} and a person decides.`
            : `${spec.title} is used for this target for the first time, so a person decides.`,
      };
    case "condition":
      return conditionNeed(holds(when.condition, args));
    case "amount":
      return amountNeed(when, args);
  }
}

function conditionNeed(held: boolean | undefined): ApprovalNeed {
  return {
    needed: held !== false,
    sentence:
      held === undefined
        ? "The condition of the gate cannot be decided for this call, so a person decides."
        : "The condition of the gate holds for this call, so a person decides.",
  };
}

/**
 * Whether exactly this target was seen before: letter by letter, because a look-alike is another one. A call that names
 * nobody and nothing is never known.
 */
export function isKnownTarget(known: readonly Denial[], { tool, about }: Denial): boolean {
  const isNamed = Object.keys(about).length > 0;
  return isNamed && known.some((each) => each.tool === tool && equalJson({ ...each.about }, { ...about }));
}

function amountNeed(when: Extract<ApprovalConfig["when"], { kind: "amount" }>, args: JsonObject): ApprovalNeed {
  const amount = Object.hasOwn(args, when.argument) ? hundredths(args[when.argument] ?? null) : undefined;
  const currency = Object.hasOwn(args, "currency") ? args["currency"] : when.currency;
  if (amount === undefined || typeof currency !== "string" || currency.toUpperCase() !== when.currency) {
    return { needed: true, sentence: `The amount in ${when.currency} cannot be read, so a person decides.` };
  }
  return {
    needed: amount > Math.floor(when.above * 100 + 1e-6),
    sentence: `Above ${formatAmount(when.above, when.currency)} a person decides.`,
  };
}

function hasOutsideArgument(spec: ToolSpec, args: JsonObject, traced: TracedArguments): boolean {
  return leaves(args)
    .filter(({ path }) => path !== "" && guardedRoles(spec.effect).includes(roleOf(spec.roles, path)))
    .some(({ path }) => isForeign(traced, path));
}

function hasForeignContents(args: JsonObject, traced: TracedArguments): boolean {
  return leaves(args).some(({ path }) => path !== "" && isForeign(traced, path));
}

function isForeign(traced: TracedArguments, path: string): boolean {
  return !Object.hasOwn(traced, path) || !atLeast(traced[path]?.label.integrity ?? "untrusted", sinkIntegrity);
}
