/** The four signals; they mean the same everywhere. */
export type Signal = "pass" | "ask" | "stop" | "sealed";

/** Groups of nodes; each has a quiet hue. */
export const nodeGroups = ["talk", "think", "act", "guard", "logic", "data"] as const;
export type NodeGroup = (typeof nodeGroups)[number];

/** Where a value came from, as shown on a chip. */
export type Origin = "user" | "record" | "rule" | "outside" | "agent";

/** The colour of a tile: a node group, or a signal where the tile reports an outcome. */
export type TileTone = NodeGroup | Signal;

/** Joins class names and leaves out what does not apply. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
