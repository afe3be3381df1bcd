import type { Flow, FlowNode, JsonObject } from "#engine";
import { shopFlow } from "./shop-flow.fixture.ts";

const place = (id: string, type: string, config: JsonObject = {}): FlowNode => ({
  id,
  type,
  version: 1,
  position: { x: 0, y: 0 },
  config,
});
const wire = (from: string, to: string) => {
  const [fromNode = "", fromPort = ""] = from.split(".");
  const [toNode = "", toPort = ""] = to.split(".");
  return {
    id: `${fromNode}-${fromPort}-${toNode}-${toPort}`,
    kind: "data" as const,
    from: { node: fromNode, port: fromPort },
    to: { node: toNode, port: toPort },
  };
};
const hang = (from: string, node: string, port: string) => ({
  id: `${from}-${node}`,
  kind: "attach" as const,
  from: { node: from, port: "guard" },
  to: { node, port },
});

/**
 * Chat -> reader (looks orders up) -> condition on what the reader says -> a text of the author -> the agent that may refund.
 * The refund's arguments can be the person's own words; that it is made is the reader's word. `gate` stands between the condition and the agent.
 */
export function branchFlow(how: { readonly gate?: JsonObject; readonly onTool?: JsonObject } = {}): Flow {
  const shop = shopFlow();
  const first = how.gate === undefined ? "text" : "person";
  const guards = ["firewall", "limits"] as const;
  return {
    ...shop,
    nodes: [
      ...shop.nodes.filter(({ id }) => id !== "look"),
      place("reader", "agent", { model: "scripted", instructions: "Read the order." }),
      place("look", "look-up-order"),
      place("reading", "permission", { rules: [{ tool: "look_up_order", allow: "alone" }] }),
      place("vip", "condition", { rules: [{ operator: "contains", value: "VIP" }] }),
      place("text", "template", { template: "Refund it." }),
      ...(how.gate === undefined ? [] : [place("person", "approval-gate", how.gate)]),
      ...(how.onTool === undefined ? [] : [place("gate", "approval-gate", how.onTool)]),
    ],
    edges: [
      wire("in.message", "reader.message"),
      wire("reader.reply", "vip.value"),
      wire("vip.yes", `${first}.value`),
      ...(how.gate === undefined ? [] : [wire("person.approved", "text.value")]),
      wire("text.text", "agent.message"),
      wire("agent.reply", "out.text"),
      wire("vip.no", "out.text"),
      ...(how.onTool === undefined ? [] : [hang("gate", "refund", "approval")]),
      hang("refund", "agent", "tool"),
      hang("permission", "agent", "permission"),
      hang("look", "reader", "tool"),
      hang("reading", "reader", "permission"),
      ...guards.flatMap((guard) => [hang(guard, "agent", guard), hang(guard, "reader", guard)]),
    ],
  };
}
