import type { Language } from "../language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { ExchangeWords } from "./en.ts";

export type { ExchangeWords } from "./en.ts";

/** The words around files in a language of the interface. */
export function exchangeWords(language: Language): ExchangeWords {
  return language === "de" ? de : en;
}
