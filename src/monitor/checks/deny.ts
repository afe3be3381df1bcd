import type { ToolTurn } from "#engine";
import { nodeOf } from "../desk.ts";
import { firewallOf } from "../inspection.ts";
import { refuse, type ToolCall } from "../tool-call.ts";

/** Records a refusal and answers with it. The words are the house's own, so no firewall has to read them. */
export async function deny(call: ToolCall, code: string, sentence: string): Promise<ToolTurn> {
  await call.desk.journal.record({
    kind: "privilege.deny",
    key: call.key,
    parent: call.scope.key,
    node: nodeOf(call.scope),
    actor: { type: "system", ref: "monitor" },
    attrs: { tool: call.requested.tool, code },
    values: { sentence },
  });
  const turn = refuse(call, "denied", sentence);
  call.desk.memory.passed.set(`${firewallOf(call.scope).nodeId} ${call.key}`, turn.message.message);
  return turn;
}
