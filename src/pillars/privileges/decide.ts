import { anyone } from "#pillars/autonomy";
import { z } from "zod";
import type { PolicyContext } from "./cedar-schema.ts";
import { valuesFrom } from "./value-list.ts";
import type {
  CedarFinding,
  CedarPolicyInfo,
  CedarRequest,
  CedarSchema,
  CedarValue,
  PolicyEngine,
} from "./policy-engine.ts";

/** Policies that an engine has parsed and checked. */
export interface PolicySet {
  readonly handle: string;
  readonly policies: ReadonlyMap<string, CedarPolicyInfo>;
}

/** A policy set ready for `decide`, or what is wrong with the text. */
export type LoadedPolicy =
  | { readonly outcome: "loaded"; readonly policySet: PolicySet }
  | { readonly outcome: "unreadable"; readonly findings: readonly CedarFinding[] };

/** Parses policies once per run. Text that does not pass the schema is not loaded at all: nothing is then allowed. */
export function loadPolicy(engine: PolicyEngine, policies: string, schema: CedarSchema): LoadedPolicy {
  try {
    const answer = engine.load(policies, schema);
    if (answer.outcome === "unreadable") return answer;
    const byId = new Map(answer.policies.map((policy) => [policy.id, policy]));
    return { outcome: "loaded", policySet: { handle: answer.handle, policies: byId } };
  } catch {
    return {
      outcome: "unreadable",
      findings: [{ severity: "error", message: "The policy engine failed while it read the rules." }],
    };
  }
}

/** One call that somebody wants to make. With `agentId` an agent calls, else the person who speaks. */
export interface PolicyRequest {
  readonly agentId?: string;
  readonly tool: string;
  readonly context: PolicyContext;
}

/**
 * `no-rule`: nothing allows it, `forbidden`: a rule forbids it, `engine-error`: the check could not be made. All deny.
 */
export type DenyCode = "no-rule" | "forbidden" | "engine-error";

/** An answer that is fit to be shown and logged. */
export interface PolicyDecision {
  /** `ask`: a person has to approve; ask again with `approved` when one did. */
  readonly decision: "allow" | "ask" | "deny";
  readonly code?: DenyCode;
  /** The rules that decided, `<node>/<number>`; empty when none applied. */
  readonly rules: readonly string[];
  /** Why, in one or two sentences. */
  readonly sentence: string;
  readonly terms: DecisionTerms;
}

/** What the deciding rules say about the approval and the grant; the strictest of them where they differ. */
export interface DecisionTerms {
  /** Roles that may approve; `anyone` among them when one rule leaves it open. */
  readonly approvers: readonly string[];
  readonly waitMinutes: number;
  readonly ttlSeconds: number;
}

/**
 * Three-way decision: what is allowed without approval is allowed, what is allowed only with approval asks, the rest is
 * denied. An engine that fails, or a policy that cannot be evaluated, denies.
 */
export function decide(engine: PolicyEngine, policySet: PolicySet, request: PolicyRequest): PolicyDecision {
  try {
    const now = evaluate(engine, policySet, request, {});
    if (now.outcome === "error")
      return denied("engine-error", [], "The rules could not be checked, so the answer is no.");
    if (now.allowed) return decided("allow", determining(policySet, now.reasons));
    if (!request.context.approved) {
      const asked = evaluate(engine, policySet, request, { approved: true });
      if (asked.outcome === "decided" && asked.allowed) return decided("ask", determining(policySet, asked.reasons));
    }
    return explainDenial(engine, policySet, request, determining(policySet, now.reasons));
  } catch {
    return denied("engine-error", [], "The rules could not be checked, so the answer is no.");
  }
}

type Evaluation =
  | { readonly outcome: "decided"; readonly allowed: boolean; readonly reasons: readonly string[] }
  | { readonly outcome: "error" };

function evaluate(
  engine: PolicyEngine,
  { handle }: PolicySet,
  request: PolicyRequest,
  change: Partial<PolicyContext>,
): Evaluation {
  const answer = engine.isAllowed(handle, cedarRequest(request, { ...request.context, ...change }));
  return answer.outcome === "decided" ? answer : { outcome: "error" };
}

/** The request as Cedar sees it. */
export function cedarRequest(
  request: Pick<PolicyRequest, "agentId" | "tool">,
  context: Pick<PolicyContext, "role"> & Partial<PolicyContext>,
): CedarRequest {
  const { agentId, tool } = request;
  const present = Object.entries(context).filter((entry): entry is [string, CedarValue] => entry[1] !== undefined);
  return {
    principal: agentId === undefined ? { type: "Role", id: context.role } : { type: "Agent", id: agentId },
    action: { type: "Action", id: tool },
    resource: { type: "Tool", id: tool },
    context: Object.fromEntries(present),
  };
}

function determining({ policies }: PolicySet, reasons: readonly string[]): readonly CedarPolicyInfo[] {
  return [...reasons].sort().flatMap((id) => policies.get(id) ?? []);
}

function explainDenial(
  engine: PolicyEngine,
  policySet: PolicySet,
  request: PolicyRequest,
  forbids: readonly CedarPolicyInfo[],
): PolicyDecision {
  const unread = forbids.some(({ annotations }) => annotations["currency"] !== undefined)
    ? amountProblem(request.context, forbids)
    : undefined;
  if (forbids.length > 0) return denied("forbidden", forbids, unread ?? titles(forbids));
  const missing = probes(policySet, request.context).find(({ change }) => {
    const answer = evaluate(engine, policySet, request, { ...change, approved: true });
    return answer.outcome === "decided" && answer.allowed;
  });
  return denied("no-rule", [], missing?.sentence ?? "No rule allows this.");
}

interface Probe {
  readonly change: Partial<PolicyContext>;
  readonly sentence: string;
}

/** Facts that rules require; the first whose change would have let the call through is the reason to tell. */
function probes({ policies }: PolicySet, context: PolicyContext): readonly Probe[] {
  const annotated = (name: string): readonly string[] => [
    ...new Set([...policies.values()].flatMap(({ annotations }) => annotations[name] ?? [])),
  ];
  return [
    { change: { ownRecord: true }, sentence: "The record must belong to the person who speaks." },
    { change: { sameTarget: true }, sentence: "It must go back to where it came from." },
    {
      change: { ownRecord: true, sameTarget: true },
      sentence: "The record must belong to the person who speaks, and it must go back to where it came from.",
    },
    { change: { usedInTurn: 0, usedInChat: 0 }, sentence: "It was used as often as the rule allows." },
    ...annotated("only").flatMap((list) =>
      (valuesFrom(list) ?? []).map((choice) => ({ change: { choice }, sentence: `Only ${list} may be used here.` })),
    ),
    ...annotated("currency").map((currency) => ({
      change: { currency, amount: context.amount ?? 0 },
      sentence: context.amount === undefined ? "The amount cannot be read." : `The amount must be in ${currency}.`,
    })),
  ];
}

function amountProblem(context: PolicyContext, forbids: readonly CedarPolicyInfo[]): string | undefined {
  if (context.amount === undefined) return "The amount cannot be read.";
  const currency = forbids.find(({ annotations }) => annotations["currency"] !== undefined)?.annotations["currency"];
  return context.currency === currency ? undefined : `The amount must be in ${currency}.`;
}

function decided(decision: "allow" | "ask", policies: readonly CedarPolicyInfo[]): PolicyDecision {
  const sentence = titles(policies) || (decision === "allow" ? "A rule allows this." : "A person decides.");
  return { decision, rules: ruleIds(policies), sentence, terms: termsOf(policies) };
}

function denied(code: DenyCode, policies: readonly CedarPolicyInfo[], sentence: string): PolicyDecision {
  return {
    decision: "deny",
    code,
    rules: ruleIds(policies),
    sentence: sentence || "A rule forbids this.",
    terms: termsOf(policies),
  };
}

function titles(policies: readonly CedarPolicyInfo[]): string {
  return [...new Set(policies.flatMap(({ annotations }) => annotations["title"] ?? []))].join(" ");
}

function ruleIds(policies: readonly CedarPolicyInfo[]): readonly string[] {
  return [...new Set(policies.map(({ id }) => id.replace(policyPart, "")))];
}

/** The parts that a rule is compiled into (cedar-text.ts). */
const policyPart = /\.(alone|above|again|outside|ask|never)$/;

const wholeNumber = (fallback: number) => z.coerce.number().int().min(1).catch(fallback);
const terms = z.object({ approver: z.string().catch(anyone), wait: wholeNumber(60), ttl: wholeNumber(30) });

function termsOf(policies: readonly CedarPolicyInfo[]): DecisionTerms {
  const all = policies.map(({ annotations }) => terms.parse(annotations));
  return {
    approvers: [...new Set(all.map(({ approver }) => approver))],
    waitMinutes: Math.min(...all.map(({ wait }) => wait), 43_200),
    ttlSeconds: Math.min(...all.map(({ ttl }) => ttl), 3600),
  };
}
