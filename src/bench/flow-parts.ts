import type { FlowEdge, FlowNode, JsonObject } from "#engine";
import { guards } from "#pillars/firewall";

/** A firewall that looks for nothing: what is left of the guards is then the gate, the rules and the limits. */
export const blindFirewall: JsonObject = {
  guards: Object.fromEntries(guards.map(({ id }) => [id, { action: "off" }])),
};

export function node(id: string, type: string, config: JsonObject = {}): FlowNode {
  return { id, type, version: 1, position: { x: 0, y: 0 }, config };
}

export function wire(
  from: string,
  output: string,
  to: string,
  input: string,
  kind: FlowEdge["kind"] = "data",
): FlowEdge {
  return { id: `${from}-${to}`, kind, from: { node: from, port: output }, to: { node: to, port: input } };
}
