import type { ToolTurn } from "#engine";
import { helpers, nodeOf } from "../desk.ts";
import { passedKey } from "../inspection.ts";
import { refuse, type ToolCall } from "../tool-call.ts";

/** Records a refusal and answers with it. The words are the house's own, so no firewall has to read them. */
export async function deny(call: ToolCall, code: string, sentence: string): Promise<ToolTurn> {
  return (await denyAt(call, code, sentence)).turn;
}

/** The same, with the place in the log where it is told. */
export async function denyAt(
  call: ToolCall,
  code: string,
  sentence: string,
): Promise<{ readonly turn: ToolTurn; readonly seq: number }> {
  const { event } = await call.desk.journal.record({
    kind: "privilege.deny",
    key: call.key,
    parent: call.scope.key,
    node: nodeOf(call.scope),
    actor: { type: "system", ref: "monitor" },
    attrs: { tool: publicName(call.requested.tool), code },
    values: { sentence },
  });
  const turn = refuse(call, "denied", sentence);
  const [firewall] = helpers(call.scope.step.attached, "firewall");
  if (firewall !== undefined)
    call.desk.memory.passed.set(passedKey(firewall.nodeId, call.key, call.scope), turn.message.message);
  return { turn, seq: event.seq };
}

/** A model writes what it likes where a tool's name belongs, and the public part of the log is for names only. */
function publicName(tool: string): string {
  return /^[a-z][a-z0-9_]{0,63}$/u.test(tool) ? tool : "unknown";
}
