import { de } from "./de.ts";
import { en } from "./en.ts";
import type { HelpWords } from "./en.ts";

/** The words of the help in the language of the page (`lang` of the document), else English. */
export function helpWords(): HelpWords {
  return document.documentElement.lang === "de" ? de : en;
}
