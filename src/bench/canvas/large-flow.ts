import { emptyFlow, type Flow, type FlowEdge, type FlowNode } from "#engine";
import { registry } from "#nodes";

const across = 10;
const width = 520;
const height = 360;

/** A flow of `count` real steps: groups of a text, a model with its firewall and limits, and a reply, one feeding the next. */
export function largeFlow(count: number): Flow {
  const groups = Array.from({ length: Math.ceil(count / 5) }, (_, at) => groupOf(at));
  return {
    ...emptyFlow("bench", `${count} steps`),
    nodes: groups.flatMap(({ nodes }) => nodes).slice(0, count),
    edges: groups.flatMap(({ edges }) => edges),
  };
}

function groupOf(at: number): { nodes: FlowNode[]; edges: FlowEdge[] } {
  const x = (at % across) * width;
  const y = Math.floor(at / across) * height;
  const id = (type: string) => `${type}-${at}`;
  const step = (type: string, dx: number, dy: number): FlowNode => ({
    id: id(type),
    type,
    version: 1,
    position: { x: x + dx, y: y + dy },
    config: registry.get(type)?.starterConfig([]) ?? {},
  });
  const wire = (from: string, output: string, to: string, input: string, kind: FlowEdge["kind"]): FlowEdge => ({
    id: `${from}-${to}-${at}`,
    kind,
    from: { node: id(from), port: output },
    to: { node: id(to), port: input },
  });
  return {
    nodes: [
      step("template", 0, 0),
      step("ask-model", 232, 0),
      step("firewall", 200, 160),
      step("limits", 328, 160),
      step("reply", 0, 120),
    ],
    edges: [
      wire("template", "text", "ask-model", "prompt", "data"),
      wire("ask-model", "reply", "reply", "text", "data"),
      wire("firewall", "guard", "ask-model", "firewall", "attach"),
      wire("limits", "guard", "ask-model", "limits", "attach"),
    ],
  };
}
