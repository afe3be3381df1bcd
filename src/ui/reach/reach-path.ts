import type { Flow, FlowEdge } from "#engine";

/** Ids of steps and wires; the steps from the person's words onwards. */
export interface ReachPath {
  readonly nodes: readonly string[];
  readonly wires: readonly string[];
}

/**
 * The way from a person's words to a tool: everything that data passes on its way to the step that has the tool, the tool, and
 * what guards it there.
 */
export function reachPath(flow: Flow, { step, tool }: { readonly step: string; readonly tool: string }): ReachPath {
  const before = new Set([step]);
  const wires: string[] = [];
  for (const at of before) {
    for (const wire of into(flow, at, "data")) {
      wires.push(wire.id);
      before.add(wire.from.node);
    }
  }
  const hung = into(flow, step, "attach").filter(({ from }) => from.node === tool);
  const around = [...hung, ...into(flow, tool, "attach")];
  return {
    nodes: [...new Set([...[...before].toReversed(), ...around.map(({ from }) => from.node)])],
    wires: [...wires, ...around.map(({ id }) => id)],
  };
}

function into({ edges }: Flow, node: string, kind: FlowEdge["kind"]): readonly FlowEdge[] {
  return edges.filter((edge) => edge.kind === kind && edge.to.node === node);
}
