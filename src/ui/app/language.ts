import { chooseLanguage, languages } from "../messages/index.ts";
import type { Language } from "../messages/index.ts";

const storageKey = "gatehouse.language";

/** The language a person chose, else the first of the device's that we speak. */
export function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(storageKey);
    const found = languages.find(({ id }) => id === stored);
    if (found) return found.id;
  } catch {
    // Without storage the device decides.
  }
  return chooseLanguage(navigator.languages);
}

/** Changes the language; every word on the page is written anew, so the page is loaded again. */
export function chooseAndReload(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    return;
  }
  location.reload();
}
