import type { Signal } from "#ui/kit";
import type { TraceLine } from "../trace/index.ts";

/** How a step reads in the timeline. `isPlumbing` steps are in the log and the overview, but not among the sentences. */
export type Told = Omit<TraceLine, "seq"> & { signal?: Signal; isPlumbing?: boolean };

/** A step that is in the log and the overview, but not among the sentences. */
export function quiet(icon: string, tone: TraceLine["tone"], text: string, depth: 0 | 1): Told {
  return { icon, tone, text, depth, isPlumbing: true };
}
