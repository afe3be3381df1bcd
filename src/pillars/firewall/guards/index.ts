import type { Guard } from "../define-guard.ts";
import { words } from "./words.ts";

/** Every guard. A new one is a file here and a line below. */
export const guards: readonly Guard[] = [words];
