import { de } from "./de.ts";
import { en } from "./en.ts";
import type { RunWords } from "./en.ts";

export type { RunWords } from "./en.ts";

/** The words of the run's views in the language of the page (`lang` of the document), else English. */
export function runWords(language: string): RunWords {
  return language === "de" ? de : en;
}
