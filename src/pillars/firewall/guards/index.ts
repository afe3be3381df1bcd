import type { Guard } from "../define-guard.ts";
import { injection } from "./injection.ts";
import { personalData } from "./personal-data.ts";
import { words } from "./words.ts";

/** Every guard. A new one is a file here and a line below. */
export const guards: readonly Guard[] = [injection, personalData, words];
