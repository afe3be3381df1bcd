import { createContext, use } from "react";

/** What can be pressed on a node. Keep the object stable: every node reads it. */
export type CanvasActions = {
  /** The + below an empty socket, and the repair on a missing one. */
  attach: (nodeId: string, socketId: string) => void;
  /** The numbered mark of a finding. */
  showFinding: (nodeId: string) => void;
  /** The count on a guard: why it stopped. */
  showStops: (nodeId: string) => void;
  /** A suggested guard that a press puts in place. */
  accept: (nodeId: string) => void;
};

const noActions: CanvasActions = { attach: nothing, showFinding: nothing, showStops: nothing, accept: nothing };

export const CanvasActionsContext = createContext<CanvasActions>(noActions);

export function useCanvasActions(): CanvasActions {
  return use(CanvasActionsContext);
}

function nothing() {
  // A canvas that is only looked at has no actions.
}
