import type { NodeStatus } from "../canvas/index.ts";

/** What a run has to say about one step, for the canvas. */
export interface Badge {
  readonly status: NodeStatus;
  /** How often a guard has stopped something. */
  readonly stops?: number;
  /** How much of a limit is used, 0 to 1, and in words. */
  readonly level?: number;
  readonly words?: string;
}

export interface Badges {
  readonly nodes: ReadonlyMap<string, Badge>;
  /** Wires through which a value has gone, and whether it is going now. */
  readonly wires: ReadonlyMap<string, { readonly isRunning: boolean }>;
}

export const noBadges: Badges = { nodes: new Map(), wires: new Map() };
