import { de } from "./de.ts";
import { en, type Words } from "./en.ts";

export type { Words };

export const words = { en, de } as const;
export type Language = keyof typeof words;

export function firstLanguage(preferred: readonly string[]): Language {
  const known = preferred.map((tag) => tag.slice(0, 2)).find((tag) => tag === "de" || tag === "en");
  return known === "de" ? "de" : "en";
}
