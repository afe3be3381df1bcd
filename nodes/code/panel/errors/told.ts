import { lineOf } from "../trial/trial.ts";
import type { PanelWords } from "../words/index.ts";
import { kindOf } from "./kinds.ts";

/** An error as a person reads it. */
export interface Told {
  readonly sentence: string;
  /** The engine's own words, where the sentence is not these. */
  readonly own?: string;
  readonly line?: number;
}

/** What an error says in a plain sentence; an error of the code's own words is left as it is. */
export function toldOf(error: string, words: PanelWords): Told {
  const line = lineOf(error);
  const own = error.replace(/ \(line \d{1,6}\)\.?$/u, "");
  const found = kindOf(own);
  const said = found === undefined ? own : words.errors[found.kind](found.names[0] ?? "", found.names[1] ?? "");
  return { sentence: said, ...(said !== own && isTechnical(own) && { own }), ...(line !== undefined && { line }) };
}

/** Whether it is an engine that speaks. The sandbox's own sentences say nothing beside the plain ones. */
function isTechnical(own: string): boolean {
  return /^\w*(?:Error|Exception)\b/u.test(own) || !own.endsWith(".");
}
