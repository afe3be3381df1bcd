import type { FlowEdge } from "../flow/flow.ts";
import type { Labelled } from "../value/labelled.ts";

/**
 * What became of a wire in this turn: a value, nothing (the branch was not taken), or held (the step before it waits for
 * a person).
 */
export type EdgeState =
  | { readonly state: "value"; readonly value: Labelled }
  | { readonly state: "dead" }
  | { readonly state: "held" };

export interface Edges {
  settle(edge: FlowEdge, state: EdgeState): void;
  wait(edge: FlowEdge): Promise<EdgeState>;
}

export function createEdges(edges: readonly FlowEdge[]): Edges {
  const settled = new Map<string, { promise: Promise<EdgeState>; resolve: (state: EdgeState) => void }>();
  for (const edge of edges) {
    let resolve: (state: EdgeState) => void = () => undefined;
    const promise = new Promise<EdgeState>((done) => {
      resolve = done;
    });
    settled.set(edge.id, { promise, resolve });
  }
  return {
    settle: (edge, state) => settled.get(edge.id)?.resolve(state),
    wait: async (edge) => settled.get(edge.id)?.promise ?? { state: "dead" },
  };
}
