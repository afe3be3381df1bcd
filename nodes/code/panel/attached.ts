import type { ToolSpec } from "#engine";

/** How far rules let code use a tool: within a rule by itself, only once a person agrees, or not at all. */
export type ToolReach = "alone" | "asked" | "never";

/** What hangs on a step that runs code. */
export interface Attached {
  readonly tools: readonly ToolSpec[];
  /** By the name of the tool. A tool that is not here has no rule, so it is refused. */
  readonly reach: ReadonlyMap<string, ToolReach>;
  /** The title of the permission whose rules judge the calls. */
  readonly rules?: string;
}
