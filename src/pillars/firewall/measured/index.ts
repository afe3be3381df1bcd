import { z } from "zod";
import figures from "./figures.json" with { type: "json" };
import learned from "./learned.json" with { type: "json" };

const figure = z.strictObject({
  /** Share of the attacks that are stopped, and of the ordinary texts that are. */
  catches: z.number().min(0).max(1),
  disturbs: z.number().min(0).max(1),
  /** How many attacks and how many ordinary texts were tried. */
  texts: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
});
export const measuredFigures = z.record(z.string(), z.record(z.string(), figure));
export type MeasuredFigures = z.infer<typeof measuredFigures>;

/**
 * What each guard catches and whom it disturbs, by sensitivity; written by `npm run measure:firewall`, and by
 * `npm run measure:model` where it has learned. Apart from the rest of the firewall, because only people look at it.
 */
export const measured: MeasuredFigures = measuredFigures.parse({ ...figures, ...learned });
