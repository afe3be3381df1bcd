import {
  defineNode,
  isJsonObject,
  jsonObject,
  labelled,
  port,
  type JsonObject,
  type JsonValue,
  type Label,
  type NodeDefinition,
} from "#engine";
import { approvalConfig, formatAmount, type ApprovalConfig } from "#pillars/autonomy";

/** What reads CEL. A parameter, because the reader is large and a drawing can be shown without it. */
export interface ConditionReader {
  /** Undefined when the condition can be read; else one sentence. */
  readonly conditionProblem: (condition: string) => string | undefined;
}

/** Hangs on a tool and asks before its calls, or stands on a wire and asks before a value goes on. */
export function approvalGateWith({ conditionProblem }: ConditionReader): NodeDefinition {
  return defineNode({
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
    review: ({ when }) => {
      const message = when.kind === "condition" ? conditionProblem(when.condition) : undefined;
      return message === undefined ? [] : [{ severity: "error", message }];
    },
    needs: ["people"],
    effect: "write",
    async run({ config, inputs, labels, host }) {
      const label = labels["value"] ?? { integrity: "untrusted", sources: [] };
      const ask = { sentence: "Let this go on", value: wrap(inputs.value), label, config: jsonObject.parse(config) };
      const decision = await host.people.decide("decide", ask);
      if (decision.decision === "denied") return { denied: { reason: decision.reason } };
      // Whoever decided has taken over the choice whether this goes on; what the value is worth stays as it was.
      const control: Label | undefined = decision.isAsked ? { integrity: "user", sources: [] } : undefined;
      return { approved: labelled(unwrap(decision.value, inputs.value), label, control) };
    },
  });
}

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
    case "contents":
      return `${subject} ${verb} when it contains outside text`;
    case "influenced":
      return `${subject} ${verb} when outside text had any part in it`;
    case "first-target":
      return `${subject} ${verb} the first time for a target`;
    case "condition":
      return `${subject} ${verb} if ${when.condition.trim()}`;
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
