import type { ToolTurn } from "#engine";
import { approvalConfig, approvalNeeded, denialOf, deniedBefore, leaves, type ApprovalConfig } from "#pillars/autonomy";
import { askPerson, type Answered } from "../approval.ts";
import { helpers } from "../desk.ts";
import { recordedOrigins, specOf, type Check, type ToolCall } from "../tool-call.ts";
import { requireTool } from "./admit.ts";
import { deny } from "./deny.ts";
import { decidePolicy } from "./policy.ts";
import { sentenceOf } from "./sentence.ts";

/** Approval: by rule, by a gate on the tool, or because of where the arguments came from. A denial holds for the run. */
export const askIfNeeded: Check = async (call) => {
  const reasons = reasonsToAsk(call);
  const first = reasons[0];
  if (first === undefined) return undefined;
  const denial = denialOf(specOf(call).name, call.args, specOf(call).roles);
  if (deniedBefore(call.desk.memory.denials, denial) !== undefined)
    return deny(call, "denied-before", "A person has denied this call already.");
  const spec = specOf(call);
  const terms = call.decision?.terms;
  const gate = gateOf(call);
  const answered = await askPerson(
    {
      key: call.key,
      tool: spec.name,
      requester: call.desk.turn.speaker.id,
      roles: gate !== undefined && gate.approvers.length > 0 ? gate.approvers : (terms?.approvers ?? []),
      waitMinutes: Math.min(gate?.waitMinutes ?? 43_200, terms?.waitMinutes ?? 60),
      allowEdit: gate?.allowEdit ?? true,
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
    call.desk.memory.denials.push(denial);
    return deny(call, "denied", answered.reason);
  }
  return adopt(call, answered);
};

interface Reason {
  readonly why: "rule" | "gate" | "origin";
  readonly sentence: string;
}

function reasonsToAsk(call: ToolCall): readonly Reason[] {
  const reasons: Reason[] = [];
  if (call.decision?.decision === "ask") reasons.push({ why: "rule", sentence: call.decision.sentence });
  const gate = gateOf(call);
  const need = gate === undefined ? undefined : approvalNeeded(gate, specOf(call), call.args, call.traced);
  if (need?.needed === true) reasons.push({ why: "gate", sentence: need.sentence });
  for (const sentence of call.doubts) reasons.push({ why: "origin", sentence });
  return reasons;
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
  // The approver vouches for the values they wrote; the rules and the tool's own schema are asked again about them.
  call.args = answered.edited;
  call.traced = Object.fromEntries(
    leaves(call.args).map(({ path }) => [
      path,
      {
        label: { integrity: "user", sources: [call.key] },
        origin: { kind: "author", title: `edited by ${answered.by}`, key: call.key },
      },
    ]),
  );
  return (await requireTool(call)) ?? decidePolicy(call);
}
