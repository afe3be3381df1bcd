import { runWords } from "../messages/run/index.ts";
import type { RunWords } from "../messages/run/index.ts";

/** The page is loaded anew when its language changes, so the words of a page never change. */
export function pageWords(): RunWords {
  return runWords(document.documentElement.lang);
}
