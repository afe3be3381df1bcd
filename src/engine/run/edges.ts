import type { FlowEdge } from "../flow/flow.ts";
import { authorLabel, type Label } from "../value/label.ts";
import type { Labelled } from "../value/labelled.ts";

/**
 * What became of a wire in this turn: a value, nothing (the branch was not taken), or held (the step before it waits for
 * a person). `control` is the label of everything that decided that it came to this.
 */
export type EdgeState =
  | { readonly state: "value"; readonly value: Labelled; readonly control: Label }
  | { readonly state: "dead"; readonly control: Label }
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
    wait: async (edge) => settled.get(edge.id)?.promise ?? { state: "dead", control: authorLabel },
  };
}
