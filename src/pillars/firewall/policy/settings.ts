import { z } from "zod";

export const action = z
  .enum(["off", "warn", "redact", "ask", "block"])
  .meta({ title: "Action", description: "What happens when this check finds something." });

/** From the mildest to the strictest; a verdict takes the strictest action among its findings. */
export const actions = ["allow", "warn", "redact", "ask", "block"] as const;
export type Action = (typeof actions)[number];

export const sensitivity = z
  .enum(["low", "normal", "high"])
  .default("normal")
  .meta({ title: "Sensitivity", description: "Low reports only clear cases; high reports doubtful ones too." });
export type Sensitivity = z.infer<typeof sensitivity>;

/** The score from which a finding counts, by sensitivity. */
export const thresholds: Readonly<Record<Sensitivity, number>> = { low: 0.75, normal: 0.5, high: 0.35 };

/** In which direction a check looks. */
export const where = z.enum(["both", "input", "output"]).meta({
  title: "Where",
  description: "In what comes in, in replies, or in both.",
  labels: { both: "In both", input: "In what comes in", output: "In replies" },
});
