import type { Language } from "../language.ts";
import { de } from "./de.ts";
import type { FormWords } from "./words.ts";

export type { FieldWords, FormWords } from "./words.ts";

/** The words of a step's form in a language of the interface; those that the step itself has are English. */
export function formWords(language: Language, type: string): FormWords {
  return (language === "de" ? de[type] : undefined) ?? {};
}
