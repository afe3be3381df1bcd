import { expect, test } from "vitest";
import { CURRENT_FLOW_VERSION, type Flow, type JsonObject } from "#engine";
import { registry } from "#nodes";
import { attachedTo } from "./tools-of.ts";

function flowWith(rules: readonly JsonObject[], gate?: JsonObject): Flow {
  const node = (id: string, type: string, config: JsonObject = {}) => ({
    id,
    type,
    version: 1,
    position: { x: 0, y: 0 },
    config,
  });
  const hang = (from: string, to: string, port: string) => ({
    id: `${from}-${to}`,
    kind: "attach" as const,
    from: { node: from, port: "guard" },
    to: { node: to, port },
  });
  return {
    schemaVersion: CURRENT_FLOW_VERSION,
    id: "flow",
    title: "Flow",
    description: "",
    nodes: [
      node("code", "code"),
      node("refund", "refund"),
      node("rules", "permission", { rules }),
      ...(gate === undefined ? [] : [node("gate", "approval-gate", gate)]),
    ],
    edges: [
      hang("refund", "code", "tool"),
      hang("rules", "code", "permission"),
      ...(gate === undefined ? [] : [hang("gate", "refund", "approval")]),
    ],
    documents: [],
    speakers: [],
    samples: [],
  };
}

const alone = { tool: "refund", allow: "alone" };

test.each<[string, readonly JsonObject[], JsonObject | undefined, string]>([
  ["no rule", [], undefined, "never"],
  ["a rule for another tool", [{ ...alone, tool: "send_email" }], undefined, "never"],
  ["a rule that asks", [{ ...alone, allow: "ask" }], undefined, "asked"],
  ["nothing of an amount alone", [{ ...alone, amount: { argument: "amount", aloneUpTo: 0 } }], undefined, "asked"],
  ["some of an amount alone", [{ ...alone, amount: { argument: "amount", aloneUpTo: 9 } }], undefined, "alone"],
  ["one that forbids beside one that allows", [alone, { ...alone, allow: "never" }], undefined, "never"],
  ["one that allows", [alone], undefined, "alone"],
  ["one that allows, behind a gate", [alone], { when: { kind: "always" } }, "asked"],
])("with %s, how far code gets with a tool", (_, rules, gate, reach) => {
  const { tools, reach: found } = attachedTo(flowWith(rules, gate), "code", registry);
  expect(tools.map(({ name }) => [name, found.get(name)])).toEqual([["refund", reach]]);
});
