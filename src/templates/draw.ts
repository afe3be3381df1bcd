import type { FlowEdge, FlowNode, JsonObject } from "#engine";

/** A step at a place of the canvas (px, on its grid of 8). Every node here is of version 1. */
export function place(
  id: string,
  type: string,
  [x, y]: readonly [x: number, y: number],
  config: JsonObject = {},
  title?: string,
): FlowNode {
  return { id, type, version: 1, position: { x, y }, config, ...(title === undefined ? {} : { title }) };
}

/** A wire from an output to an input, both written as `step.port`. */
export function wire(from: string, to: string): FlowEdge {
  return { id: `${from}-to-${to}`.replaceAll(".", "-"), kind: "data", from: end(from), to: end(to) };
}

/** Hangs a helper on a step's socket, written as `step.socket`. */
export function hang(helper: string, socket: string): FlowEdge {
  const to = end(socket);
  return { id: `${helper}-on-${to.node}`, kind: "attach", from: { node: helper, port: "guard" }, to };
}

function end(written: string): FlowEdge["from"] {
  const [node = "", port = ""] = written.split(".");
  return { node, port };
}
