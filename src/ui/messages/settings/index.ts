import type { Language } from "../language.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { SettingsWords } from "./en.ts";

export type { SettingsWords } from "./en.ts";

/** The words of the settings page in a language of the interface. */
export function settingsWords(language: Language): SettingsWords {
  return language === "de" ? de : en;
}
