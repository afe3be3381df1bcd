import { Blocked, isJsonObject, type JsonObject } from "#engine";
import { roleOf } from "#pillars/autonomy";
import type { GuardId } from "#pillars/firewall";
import { helpers } from "../desk.ts";
import type { Firewall } from "../inspected.ts";
import { firewallOf, inspectValue } from "../inspection.ts";
import { specOf, type Check, type ToolCall } from "../tool-call.ts";
import { deny } from "./deny.ts";

/**
 * Firewall on what leaves: arguments are the model's words as much as its replies are. Text that leaves passes as a reply
 * would, and goes on as the firewall passed it; in who, what and how much only secrets and leaked instructions are looked
 * for, because an address is what such an argument is for.
 */
export const inspectArguments: Check = async (call) => {
  const { definition, attached } = call.scope.step;
  // Code passes on what it works out, and what its step reads was inspected before; a firewall on a step inspects whatever leaves.
  if (!definition.needs.includes("llm") && helpers(attached, "firewall").length === 0) return undefined;
  const firewall = firewallOf(call.scope);
  const { content, others } = split(call);
  try {
    const left = await inspectPart(call, "content", content, firewall);
    const kept = await inspectPart(call, "call", others, firewall, ["secrets", "promptLeak"]);
    if (JSON.stringify(kept) !== JSON.stringify(others))
      return deny(call, "firewall", "The call contains something that must not leave.");
    call.args = Object.fromEntries(Object.keys(call.args).map((name) => [name, left[name] ?? kept[name] ?? null]));
    return undefined;
  } catch (problem) {
    if (problem instanceof Blocked) return deny(call, "firewall", problem.message);
    throw problem;
  }
};

function split(call: ToolCall): { readonly content: JsonObject; readonly others: JsonObject } {
  const { roles } = specOf(call);
  const named = (isContent: boolean): JsonObject =>
    Object.fromEntries(Object.entries(call.args).filter(([name]) => (roleOf(roles, name) === "content") === isContent));
  return { content: named(true), others: named(false) };
}

async function inspectPart(
  call: ToolCall,
  name: string,
  part: JsonObject,
  firewall: Firewall,
  only?: readonly GuardId[],
): Promise<JsonObject> {
  if (Object.keys(part).length === 0) return part;
  const ref = `${call.key}#${call.approvalId === undefined ? "" : "edited-"}${name}`;
  const subject = {
    ref,
    from: "model",
    direction: "output",
    isAnswer: false,
    cause: call.scope.key,
    ...(only === undefined ? {} : { only }),
  } as const;
  const passed = await inspectValue(part, subject, firewall, call.scope, call.desk);
  return isJsonObject(passed) ? passed : {};
}
