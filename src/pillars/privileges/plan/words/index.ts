import type { LanguageWords } from "../vocabulary.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

export const languages: readonly [LanguageWords, ...LanguageWords[]] = [
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
];
