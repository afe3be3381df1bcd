import { firewallOf, inspectValue } from "../inspection.ts";
import { rememberResult } from "../seen.ts";
import { answer, specOf, type Check } from "../tool-call.ts";

/** The result is remembered field by field, so that later arguments can be traced to it, and passes the firewall before anybody reads it. */
export const labelAndInspect: Check = async (call) => {
  const { desk, scope, key } = call;
  const result = call.result ?? null;
  rememberResult(desk.memory, { key, spec: specOf(call), args: call.args, traced: call.traced, result });
  const firewall = firewallOf(scope);
  const passed = await inspectValue(result, { ref: key, from: "tool", direction: "input" }, firewall, scope, desk);
  const turn = answer(call, "success", passed, "untrusted");
  desk.memory.passed.set(`${firewall.nodeId} ${key}`, turn.message.message);
  desk.memory.outsideText = true;
  return turn;
};
