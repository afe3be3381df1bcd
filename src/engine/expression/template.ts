import { Liquid } from "liquidjs";
import type { JsonObject } from "../value/json.ts";

/**
 * Liquid templates over plain data. No file access (no include or render from disk), own properties only, bounded output
 * and time: a template may come from an imported file.
 */
const engine = new Liquid({
  ownPropertyOnly: true,
  strictFilters: true,
  jsTruthy: false,
  memoryLimit: 2_000_000,
  renderLimit: 200,
  parseLimit: 200_000,
  relativeReference: false,
  templates: {},
});

/** Money with two decimals and thousands apart: `4800` becomes `4,800.00`. What is no number stays as it is. */
engine.registerFilter("money", (amount: unknown) => {
  const number = typeof amount === "string" && amount.trim() !== "" ? Number(amount) : amount;
  if (typeof number !== "number" || !Number.isFinite(number)) return amount;
  return number.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
});

export type Rendered = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

/** Fills a template. A name that is not there becomes empty; a broken template is one sentence. */
export function renderTemplate(template: string, values: JsonObject): Rendered {
  try {
    const text: unknown = engine.parseAndRenderSync(template, values);
    return { ok: true, text: String(text) };
  } catch (problem) {
    return { ok: false, problem: problemSentence(problem) };
  }
}

/** Undefined when the template can be read; else one sentence with the place. */
export function templateProblem(template: string): string | undefined {
  try {
    engine.parse(template);
    return undefined;
  } catch (problem) {
    return problemSentence(problem);
  }
}

function problemSentence(problem: unknown): string {
  const message = problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : "";
  return `The template cannot be read: ${message}.`;
}
