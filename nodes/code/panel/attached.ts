import type { ToolSpec } from "#engine";

/** What hangs on a step that runs code. */
export interface Attached {
  readonly tools: readonly ToolSpec[];
  /** The title of the permission whose rules judge the calls. */
  readonly rules?: string;
}
