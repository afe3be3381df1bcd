import { de } from "./de.ts";
import { en } from "./en.ts";
import type { TraceWords } from "./en.ts";

export type { TraceWords } from "./en.ts";

/** The words for reading a trace, in the language of the page (`lang` of the document), else English. */
export function traceWords(language: string): TraceWords {
  return language === "de" ? de : en;
}
