import type { FlowEdge } from "#engine";

/** Where a helper hangs from its step; a step's sockets and data ports are named by their port. */
export const helperHandle = "helper";
/** The port that a helper's own end of an attachment is filed under. */
export const helperPort = "guard";

export type HandleKind = "in" | "out" | "socket";

/** What React Flow calls a port of a step. */
export function handleOf(kind: HandleKind, port: string): string {
  return `${kind}:${port}`;
}

/** The ends of a wire as the canvas draws them: an attachment leaves the socket of its step and enters the helper. */
export interface CanvasEnds {
  readonly source: string;
  readonly sourceHandle: string;
  readonly target: string;
  readonly targetHandle: string;
}

export type WireEnds = Pick<FlowEdge, "kind" | "from" | "to">;

export function canvasEnds({ kind, from, to }: WireEnds): CanvasEnds {
  if (kind === "attach") {
    return {
      source: to.node,
      sourceHandle: handleOf("socket", to.port),
      target: from.node,
      targetHandle: helperHandle,
    };
  }
  return {
    source: from.node,
    sourceHandle: handleOf("out", from.port),
    target: to.node,
    targetHandle: handleOf("in", to.port),
  };
}

interface DrawnEnds {
  readonly source: string;
  readonly target: string;
  readonly sourceHandle?: string | null;
  readonly targetHandle?: string | null;
}

/** The wire that a person drew, as the flow files it; undefined when its ends are of two worlds. */
export function wireEnds({ source, sourceHandle, target, targetHandle }: DrawnEnds): WireEnds | undefined {
  const [sourceKind, sourcePort] = split(sourceHandle);
  const [targetKind, targetPort] = split(targetHandle);
  if (sourceKind === "socket" && targetHandle === helperHandle) {
    return { kind: "attach", from: { node: target, port: helperPort }, to: { node: source, port: sourcePort } };
  }
  if (sourceKind === "out" && targetKind === "in") {
    return { kind: "data", from: { node: source, port: sourcePort }, to: { node: target, port: targetPort } };
  }
  return undefined;
}

function split(handle: string | null | undefined): readonly [kind: string, port: string] {
  const [kind = "", port = ""] = (handle ?? "").split(":");
  return [kind, port];
}
