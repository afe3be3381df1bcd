import { emptyFlow, type Flow, type FlowEdge, type FlowNode } from "#engine";
import { blindFirewall, node, wire } from "../flow-parts.ts";

/** A chat with an agent that has one tool under a permission, a firewall and limits. */
export function chatFlow(firewall: "on" | "off"): Flow {
  const guards = ["firewall", "permission", "limits"];
  return {
    ...emptyFlow("bench-chat", "Chat"),
    nodes: [
      node("in", "chat-input"),
      node("agent", "agent", { model: "scripted", instructions: "Help with orders." }),
      node("look", "look-up-order"),
      node("firewall", "firewall", firewall === "on" ? {} : blindFirewall),
      node("permission", "permission", { rules: [{ tool: "look_up_order", allow: "alone" }] }),
      node("limits", "limits"),
      node("out", "reply"),
    ],
    edges: [
      wire("in", "message", "agent", "message"),
      wire("agent", "reply", "out", "text"),
      wire("look", "guard", "agent", "tool", "attach"),
      ...guards.map((guard) => wire(guard, "guard", "agent", guard, "attach")),
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
