import { de } from "./de.ts";
import { en } from "./en.ts";
import type { BehaviourWords } from "./en.ts";

export type { BehaviourWords } from "./en.ts";

/** The words of the pages about many runs in the language of the page (`lang` of the document), else English. */
export function behaviourWords(): BehaviourWords {
  return document.documentElement.lang === "de" ? de : en;
}
