import type { NodeStatus } from "../canvas/index.ts";

/** What has gone through a wire. */
export interface WireRun {
  readonly isRunning: boolean;
  /** The value, cut short for the canvas. */
  readonly value?: string;
  /** Who alone may read it, in words; left out where anyone may. */
  readonly readers?: string;
}

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
  /** Wires through which a value has gone. */
  readonly wires: ReadonlyMap<string, WireRun>;
}

export const noBadges: Badges = { nodes: new Map(), wires: new Map() };
