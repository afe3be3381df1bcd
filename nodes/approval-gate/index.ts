import { defineNode, isJsonObject, jsonObject, labelled, port, type JsonObject, type JsonValue } from "#engine";
import { approvalConfig, formatAmount, type ApprovalConfig } from "#pillars/autonomy";

/** Hangs on a tool and asks before its calls, or stands on a wire and asks before a value goes on. */
export const approvalGate = defineNode({
  type: "approval-gate",
  version: 1,
  title: "Approval gate",
  group: "guard",
  icon: "stamp",
  description: "A person decides before something happens. Silence never approves.",
  summary: summarise,
  config: approvalConfig,
  inputs: { value: port.json("Value") },
  outputs: { approved: port.json("Approved"), denied: port.json("Denied") },
  attach: {},
  provides: "approval",
  needs: ["people"],
  effect: "write",
  async run({ config, inputs, labels, host }) {
    const label = labels["value"] ?? { integrity: "untrusted", sources: [] };
    const ask = { sentence: "Let this go on", value: wrap(inputs.value), label, config: jsonObject.parse(config) };
    const decision = await host.people.decide("decide", ask);
    if (decision.decision === "denied") return { denied: { reason: decision.reason } };
    return { approved: labelled(unwrap(decision.value, inputs.value), label) };
  },
});

function summarise({ when, approvers, people }: ApprovalConfig): string {
  const who = approvers.length === 0 ? (people === 1 ? "A person" : "People") : approvers.join(" or ");
  const verb = people === 1 ? "decides" : "decide, two of them";
  const subject = who.charAt(0).toUpperCase() + who.slice(1);
  switch (when.kind) {
    case "always":
      return `${subject} ${verb}`;
    case "amount":
      return `${subject} ${verb} above ${formatAmount(when.above, when.currency)}`;
    case "outside":
      return `${subject} ${verb} on the word of outside text`;
    case "risk":
      return `${subject} ${verb} when it is risky`;
  }
}

/** A card shows named rows, so a bare value is put under a name and taken out again. */
function wrap(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : { value };
}

function unwrap(decided: JsonObject, asked: JsonValue): JsonValue {
  return isJsonObject(asked) ? decided : (decided["value"] ?? asked);
}
