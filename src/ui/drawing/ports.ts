import type { DrawnNode } from "#engine";
import type { Port } from "../canvas/index.ts";
import { headOf, portGap } from "./card-head.ts";
import { handleOf, helperHandle } from "./handles.ts";
import { portKind, socketKind } from "./port-kinds.ts";

/** How many wires each handle of a node has. */
export type Counts = ReadonlyMap<string, number>;

const toolWidth = 176;
const shapeMiddle = 32;

/** The ports of a card: data left and right, what it hangs from on top, a tool's own sockets below. */
export function cardPorts(drawn: DrawnNode, counts: Counts): readonly Port[] {
  const { definition } = drawn;
  if (definition.provides !== undefined) return [helper(definition.title, drawn, counts), ...below(drawn, counts)];
  const ins = Object.entries(definition.inputs);
  const outs = Object.entries(outputsOf(drawn, counts));
  const middle = headOf(definition) / 2;
  return [
    ...ins.map(([id, port], at) => data("in", id, port, counts, middle + spread(at, ins.length))),
    ...outs.map(([id, port], at) => data("out", id, port, counts, middle + spread(at, outs.length))),
  ];
}

/** A guard hangs from its top; standing on a wire it has a way in, a way on and a way out for what it stops. */
export function guardPorts(drawn: DrawnNode, counts: Counts): readonly Port[] {
  const { definition } = drawn;
  const ins = Object.entries(definition.inputs).map(([id, port]) => data("in", id, port, counts, shapeMiddle));
  const outs = Object.entries(definition.outputs).map(([id, port]): Port => {
    const way = data("out", id, port, counts, shapeMiddle);
    return way.kind === "blocked" ? atBottom(way) : way;
  });
  return [helper(definition.title, drawn, counts), ...ins, ...outs];
}

/** Every step that runs can fail; the way out for that is drawn where it is used. */
function outputsOf({ definition }: DrawnNode, counts: Counts): DrawnNode["definition"]["outputs"] {
  const isUsed = (counts.get(handleOf("out", "error")) ?? 0) > 0;
  if (!isUsed || !definition.runs) return definition.outputs;
  return { ...definition.outputs, error: { type: "json", title: "Error", required: false } };
}

function data(
  kind: "in" | "out",
  port: string,
  { type, title }: { type: "text" | "number" | "boolean" | "json"; title: string },
  counts: Counts,
  at: number,
): Port {
  const id = handleOf(kind, port);
  return {
    id,
    name: title,
    kind: portKind(port, { type }),
    direction: kind,
    side: kind === "in" ? "left" : "right",
    connected: (counts.get(id) ?? 0) > 0,
    at,
  };
}

function atBottom(port: Port): Port {
  const { at: _, ...rest } = port;
  return { ...rest, side: "bottom" };
}

function helper(name: string, { definition }: DrawnNode, counts: Counts): Port {
  return {
    id: helperHandle,
    name,
    kind: definition.provides === undefined ? "guard" : socketKind(definition.provides),
    direction: "in",
    side: "top",
    connected: (counts.get(helperHandle) ?? 0) > 0,
  };
}

function below({ definition }: DrawnNode, counts: Counts): readonly Port[] {
  const sockets = Object.entries(definition.attach);
  return sockets.map(([port, socket], index): Port => {
    const id = handleOf("socket", port);
    return {
      id,
      name: socket.title,
      kind: socketKind(socket.kind),
      direction: "out",
      side: "bottom",
      connected: (counts.get(id) ?? 0) > 0,
      at: Math.round((toolWidth * (index + 1)) / (sockets.length + 1)),
    };
  });
}

function spread(at: number, count: number): number {
  return (at - (count - 1) / 2) * portGap;
}
