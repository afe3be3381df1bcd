import { equalJson, type ToolTurn } from "#engine";
import {
  anyone,
  approvalConfig,
  approvalNeeded,
  denialOf,
  deniedBefore,
  leaves,
  type ApprovalConfig,
  readingRoles,
  type GateKnowledge,
  type Readers,
} from "#pillars/autonomy";
import { askPerson, type Answered } from "../approval.ts";
import { conditionHolds, knownTargets } from "../gate-knowledge.ts";
import { helpers } from "../desk.ts";
import { earlierTargets } from "../earlier-targets.ts";
import { influenceOn } from "../influence.ts";
import { beyondForeseen } from "../foreseen.ts";
import { recordedOrigins, specOf, type Check, type ToolCall } from "../tool-call.ts";
import { requireTool } from "./admit.ts";
import { inspectArguments } from "./inspect-arguments.ts";
import { deny, denyAt } from "./deny.ts";
import { decisionOn } from "./decision-on.ts";
import { decidePolicy } from "./policy.ts";
import { sentenceOf } from "./sentence.ts";

/** Approval: by rule, by a gate on the tool, or because of where the arguments came from. A denial holds for the run. */
export const askIfNeeded: Check = async (call) => {
  const spec = specOf(call);
  // First of all: what was denied stays denied when the next try is small enough to need nobody.
  const denied = await refuseDenied(call);
  if (denied !== undefined) return denied;
  const gate = gateOf(call);
  const reasons = reasonsToAsk(call, gate, await earlierTargets(call, gate));
  const first = reasons[0];
  call.deciders = bounds(call.decision?.terms.approvers ?? []);
  if (first === undefined) return undefined;
  const terms = call.decision?.terms;
  const named = rolesFor(reasons, terms?.approvers ?? [], gate?.approvers ?? []);
  if (named === undefined)
    return deny(call, "nobody-decides", "The rule and the gate name different people, so nobody can approve this.");
  // Whoever decides reads what they decide about.
  const roles = whoMayRead(named, call.confidential);
  if (roles === undefined)
    return deny(call, "nobody-decides", "Who may approve this may not read what it holds, so nobody can.");
  call.deciders = roles;
  const people = gate?.people ?? 1;
  const answered = await askPerson(
    {
      key: call.key,
      tool: spec.name,
      requester: call.desk.turn.speaker.id,
      roles,
      waitMinutes: Math.min(gate?.waitMinutes ?? 43_200, terms?.waitMinutes ?? 60),
      remindMinutes: gate?.remindMinutes,
      // Two people have to approve one and the same thing.
      allowEdit: (gate?.allowEdit ?? true) && people === 1,
      people,
      escalation: escalationOf(call, gate, reasons, terms?.approvers ?? []),
      why: first.why,
      parent: call.scope.key,
    },
    {
      arguments: call.args,
      origins: recordedOrigins(call.traced),
      sentence: sentenceOf(call),
      rule: first.sentence,
      checks: reasons.map(({ why, sentence }) => ({ why, sentence })),
    },
    call.scope,
    call.desk,
  );
  if (answered.outcome === "denied") {
    const { turn, seq } = await denyAt(call, "denied", answered.reason);
    call.desk.memory.denials.push({ ...denialOf(spec.name, call.args, spec.roles), seq });
    return turn;
  }
  return adopt(call, answered);
};

/** Refuses what was denied before it was asked for; what was asked for before is decided on its own. */
async function refuseDenied(call: ToolCall): Promise<ToolTurn | undefined> {
  const { name, roles } = specOf(call);
  const held = call.desk.memory.denials.filter(({ seq }) => seq < call.requestedAt);
  return deniedBefore(held, denialOf(name, call.args, roles)) === undefined
    ? undefined
    : deny(call, "denied-before", "A person has denied this call already.");
}

interface Reason {
  readonly why: "rule" | "gate" | "origin" | "step-up" | "in-doubt";
  readonly sentence: string;
}

/** Roles that may decide for every reason there is, empty for any; undefined when that is nobody. */
function rolesFor(
  reasons: readonly Reason[],
  byRule: readonly string[],
  byGate: readonly string[],
): readonly string[] | undefined {
  const ruled = reasons.some(({ why }) => why !== "gate") ? bounds(byRule) : [];
  const gated = reasons.some(({ why }) => why === "gate") || ruled.length === 0 ? bounds(byGate) : [];
  if (ruled.length === 0 || gated.length === 0) return [...ruled, ...gated];
  const both = ruled.filter((role) => gated.includes(role));
  return both.length === 0 ? undefined : both;
}

function whoMayRead(roles: readonly string[], readers: Readers): readonly string[] | undefined {
  if (readers === undefined) return roles;
  const both = readingRoles(readers).filter((role) => roles.length === 0 || roles.includes(role));
  return both.length === 0 ? undefined : both;
}

/** A gate may hand on what it asks for; whom a rule names decides alone. */
function escalationOf(
  { confidential }: ToolCall,
  gate: ApprovalConfig | undefined,
  reasons: readonly Reason[],
  byRule: readonly string[],
) {
  const next = gate?.onTimeout;
  if (next?.kind !== "escalate" || whoMayRead([next.to], confidential) === undefined) return undefined;
  const ruled = reasons.some(({ why }) => why !== "gate") ? bounds(byRule) : [];
  return ruled.length === 0 || ruled.includes(next.to) ? next : undefined;
}

function bounds(roles: readonly string[]): readonly string[] {
  return roles.includes(anyone) ? [] : roles;
}

function reasonsToAsk(
  call: ToolCall,
  gate: ApprovalConfig | undefined,
  earlier: GateKnowledge["earlier"],
): readonly Reason[] {
  const reasons: Reason[] = [];
  if (call.decision?.decision === "ask") reasons.push({ why: "rule", sentence: call.decision.sentence });
  const need =
    gate === undefined
      ? undefined
      : approvalNeeded(gate, specOf(call), call.args, call.traced, knowledgeOf(call, earlier));
  if (need?.needed === true) reasons.push({ why: "gate", sentence: need.sentence });
  const beyond = beyondForeseen(call, specOf(call));
  if (beyond !== undefined) reasons.push({ why: "step-up", sentence: beyond });
  for (const sentence of call.doubts) reasons.push({ why: "origin", sentence });
  const covered = denialOf(specOf(call).name, call.args, specOf(call).roles);
  if (deniedBefore(call.desk.memory.unsettled, covered) !== undefined)
    reasons.push({ why: "in-doubt", sentence: "A call like this was interrupted before, and may have been made." });
  return reasons;
}

/** Only what was there before this call was asked for, so that a resume decides alike while others go on. */
function knowledgeOf(call: ToolCall, earlier: GateKnowledge["earlier"]): GateKnowledge {
  const { journal } = call.desk;
  return {
    known: knownTargets(journal.reached(), specOf(call), call.requestedAt),
    earlier,
    holds: conditionHolds,
    influence: influenceOn(call),
  };
}

function gateOf(call: ToolCall): ApprovalConfig | undefined {
  const node = helpers(call.tool?.node.attached ?? [], "approval")[0];
  return node === undefined ? undefined : approvalConfig.parse(node.config);
}

async function adopt(
  call: ToolCall,
  answered: Extract<Answered, { outcome: "approved" }>,
): Promise<ToolTurn | undefined> {
  call.approvalId = answered.approvalId;
  if (answered.edited === undefined) return decidePolicy(call);
  // The approver vouches for the values they wrote. The tool's own schema, the firewall and the rules are asked again about
  // them, and whether this approver is one who may approve the call as it is now.
  call.args = answered.edited;
  const refused = (await requireTool(call)) ?? (await inspectArguments(call));
  if (refused !== undefined) return refused;
  // What was approved and what is done must be one thing, so an edit passes whole or not at all.
  if (!equalJson(call.args, answered.edited))
    return deny(call, "firewall", "The changed call contains something that must not leave.");
  call.traced = Object.fromEntries(
    leaves(call.args).map(({ path }) => [
      path,
      {
        label: { integrity: "user", sources: [call.key] },
        origin: { kind: "author", title: `edited by ${answered.by}`, key: call.key },
      },
    ]),
  );
  const denied = await refuseDenied(call);
  if (denied !== undefined) return denied;
  const wanted = await decisionOn(call, false);
  const deciders = bounds(wanted?.terms.approvers ?? []);
  if (wanted?.decision === "ask" && deciders.length > 0 && !deciders.includes(answered.role))
    return deny(call, "edit-refused", "As it was changed, somebody else has to approve it.");
  return decidePolicy(call);
}
