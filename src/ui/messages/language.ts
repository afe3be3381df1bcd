import { en } from "./en.ts";
import type { Messages } from "./en.ts";

/** Languages in their own words, in the order the settings list them. */
export const languages = [
  { id: "en", name: "English" },
  { id: "de", name: "Deutsch" },
] as const;

export type Language = (typeof languages)[number]["id"];

/** The catalogue of a language. English is in the first load; any other is fetched when chosen. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === "de" ? (await import("./de.ts")).de : en;
}

/** The first of the wanted language tags that we speak, else English. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(({ id }) => tag.toLowerCase().split("-")[0] === id);
    if (found) return found.id;
  }
  return "en";
}
