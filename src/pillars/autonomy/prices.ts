import { z } from "zod";

/** What a model costs, in US dollars for a million tokens. */
export const price = z.strictObject({
  model: z.string().min(1, "Name the model.").max(200).meta({
    title: "Model",
    description: "As the step names it, after the slash; an end of * stands for any ending.",
  }),
  input: z.number().min(0).max(100_000).meta({ title: "Read", description: "US dollars for a million tokens." }),
  output: z.number().min(0).max(100_000).meta({ title: "Written", description: "US dollars for a million tokens." }),
});
type Price = z.infer<typeof price>;

/** The assistant that comes with the app, and scripts of tests: they cost nothing. */
const free: ReadonlySet<string> = new Set(["embedded", "scripted"]);

/** The price of a model by the first line of the table that fits; undefined where the table says nothing about it. */
function priceOf(model: string, table: readonly Price[]): Pick<Price, "input" | "output"> | undefined {
  if (free.has(model)) return { input: 0, output: 0 };
  const name = model.slice(model.indexOf("/") + 1).toLowerCase();
  return table.find((row) => fits(row.model.toLowerCase(), name));
}

function fits(written: string, name: string): boolean {
  return written.endsWith("*") ? name.startsWith(written.slice(0, -1)) : written === name;
}

/** Dollars for so many tokens; endless where the price is not known, so that a limit on money is never passed unseen. */
export function costOf(
  tokens: { readonly model: string; readonly input: number; readonly output: number },
  table: readonly Price[],
): number {
  const found = priceOf(tokens.model, table);
  if (found === undefined) return Number.POSITIVE_INFINITY;
  return (tokens.input * found.input + tokens.output * found.output) / 1_000_000;
}
