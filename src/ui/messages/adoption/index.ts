import type { Language } from "../language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { AdoptionWords } from "./en.ts";

/** The words around code from elsewhere in a language of the interface. */
export function adoptionWords(language: Language): AdoptionWords {
  return language === "de" ? de : en;
}
