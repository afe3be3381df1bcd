import { jsonObject, type Flow, type JsonObject } from "#engine";

/** The guards of a flow as the trace names them: what was in force, apart from what was drawn around it. */
export function policiesOf(flow: Flow): JsonObject {
  const guards = ["permission", "approval-gate", "firewall", "limits"];
  const nodes = flow.nodes
    .filter((node) => guards.includes(node.type))
    .map(({ id, type, version, config }) => ({ id, type, version, config }));
  const attached = flow.edges.filter((edge) => edge.kind === "attach").map(({ from, to }) => ({ from, to }));
  return jsonObject.parse({ nodes, attached });
}
