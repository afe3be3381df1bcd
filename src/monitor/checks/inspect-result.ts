import { helpers } from "../desk.ts";
import { firewallOf, inspectValue, passedKey } from "../inspection.ts";
import { rememberResult } from "../seen.ts";
import { answer, specOf, type Check } from "../tool-call.ts";

/**
 * The result is remembered field by field, so that later arguments can be traced to it, and passes the firewall before a
 * model reads it. Code reads what its tools answer as it is; a model that reads what the code makes of it has its own firewall.
 */
export const labelAndInspect: Check = async (call) => {
  const { desk, scope, key } = call;
  const result = call.result ?? null;
  rememberResult(desk.memory, {
    key,
    spec: specOf(call),
    args: call.args,
    traced: call.traced,
    result,
    readers: call.readers,
  });
  desk.memory.outsideText = true;
  const asksModel = scope.step.definition.needs.includes("llm");
  if (!asksModel && helpers(scope.step.attached, "firewall").length === 0)
    return answer(call, "success", result, "untrusted");
  const firewall = firewallOf(scope);
  const passed = await inspectValue(result, { ref: key, from: "tool", direction: "input" }, firewall, scope, desk);
  const turn = answer(call, "success", passed, "untrusted");
  desk.memory.passed.set(passedKey(firewall.nodeId, key, scope), turn.message.message);
  return turn;
};
