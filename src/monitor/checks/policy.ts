import { agentActor, nodeOf } from "../desk.ts";
import { rulesFor } from "../rules.ts";
import { specOf, type Check } from "../tool-call.ts";
import { decisionOn, phase } from "./decision-on.ts";
import { deny } from "./deny.ts";
import { handOver } from "./hand-over.ts";

/** Policy: allow, ask or deny. What cannot be decided is denied. */
export const decidePolicy: Check = async (call) => {
  const { desk, scope, key } = call;
  const decision = await decisionOn(call, call.approvalId !== undefined);
  if (decision === undefined) return deny(call, "engine-error", (await rulesFor(scope, desk)).problem);
  call.decision = decision;
  const { event } = await desk.journal.record({
    kind: "privilege.request",
    key: phase(call, key),
    parent: scope.key,
    node: nodeOf(scope),
    actor: agentActor(scope),
    attrs: { tool: specOf(call).name, decision: decision.decision, rules: [...decision.rules] },
    values: { sentence: decision.sentence },
  });
  if (call.approvalId === undefined) call.requestedAt = event.seq;
  if (decision.decision !== "deny") return undefined;
  const handedOver = decision.code === "no-rule" ? await handOver(call) : undefined;
  return deny(call, decision.code ?? "no-rule", handedOver ?? decision.sentence);
};
