import { de } from "./de.ts";
import { en } from "./en.ts";
import type { VersionWords } from "./en.ts";

export type { VersionWords } from "./en.ts";

/** The words of the restore points in the language of the page (`lang` of the document), else English. */
export function versionWords(): VersionWords {
  return document.documentElement.lang === "de" ? de : en;
}
