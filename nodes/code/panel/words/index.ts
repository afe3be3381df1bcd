import { de } from "./de.ts";
import { en } from "./en.ts";
import type { PanelWords } from "./en.ts";

export type { PanelWords } from "./en.ts";

/** The panel's words in a language of the interface, else in English. */
export function panelWords(language: string): PanelWords {
  return language.startsWith("de") ? de : en;
}
