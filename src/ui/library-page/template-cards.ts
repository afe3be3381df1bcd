import type { Template } from "#templates";
import type { Template as TemplateCard } from "../library/index.ts";
import { countParts } from "./flow-counts.ts";
import { sketchOf } from "./sketch-of.ts";

/** A ready-made flow as the library's card shows it; guards and steps are counted in the flow itself. */
export function cardOf({ id, title, description, category, flow }: Template): TemplateCard {
  return { id, title, description, category, ...countParts(flow), sketch: sketchOf(flow) };
}
