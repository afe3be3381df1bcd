import type { LanguageWords } from "../vocabulary.ts";
import { english } from "./english.ts";

export const languages: readonly [LanguageWords, ...LanguageWords[]] = [english];
