import { guards } from "#pillars/firewall";
import { emptyFlow, type Flow, type FlowEdge, type FlowNode, type JsonObject } from "#engine";

/** A firewall that looks for nothing: what is left of the guards is then the gate, the rules and the limits. */
const everythingOff: JsonObject = {
  guards: Object.fromEntries(guards.map(({ id }) => [id, { action: "off" }])),
};

/** A chat with an agent that has one tool under a permission, a firewall and limits. */
export function chatFlow(firewall: "on" | "off"): Flow {
  const guards = ["firewall", "permission", "limits"];
  return {
    ...emptyFlow("bench-chat", "Chat"),
    nodes: [
      node("in", "chat-input"),
      node("agent", "agent", { model: "scripted", instructions: "Help with orders." }),
      node("look", "look-up-order"),
      node("firewall", "firewall", firewall === "on" ? {} : everythingOff),
      node("permission", "permission", { rules: [{ tool: "look_up_order", allow: "alone" }] }),
      node("limits", "limits"),
      node("out", "reply"),
    ],
    edges: [
      wire("in", "message", "agent", "message"),
      wire("agent", "reply", "out", "text"),
      { ...wire("look", "guard", "agent", "tool"), kind: "attach" },
      ...guards.map((guard): FlowEdge => ({ ...wire(guard, "guard", "agent", guard), kind: "attach" })),
    ],
  };
}

/** Message -> `length` steps that set a text, one after the other -> reply. */
export function chainFlow(length: number): Flow {
  const steps = Array.from({ length }, (_, at) => `set${at}`);
  return lineFlow(steps.map((id) => [node(id, "template", { template: "{{ value }}" }), "text"]));
}

/** Message -> a step of custom code -> reply. */
export function codeFlow(): Flow {
  return lineFlow([[node("code", "code", { source: "return String(input).length;" }), "result"]]);
}

function lineFlow(middle: readonly (readonly [step: FlowNode, output: string])[]): Flow {
  const edges: FlowEdge[] = [];
  let before: readonly [id: string, port: string] = ["in", "message"];
  for (const [{ id }, output] of middle) {
    edges.push(wire(...before, id, "value"));
    before = [id, output];
  }
  return {
    ...emptyFlow("bench-line", "Line"),
    nodes: [node("in", "chat-input"), ...middle.map(([step]) => step), node("out", "reply")],
    edges: [...edges, wire(...before, "out", "text")],
  };
}

function node(id: string, type: string, config: JsonObject = {}): FlowNode {
  return { id, type, version: 1, position: { x: 0, y: 0 }, config };
}

function wire(from: string, output: string, to: string, input: string): FlowEdge {
  return { id: `${from}-${to}`, kind: "data", from: { node: from, port: output }, to: { node: to, port: input } };
}
