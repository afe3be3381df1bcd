import type { Phrase } from "../phrases.ts";
import { orderInData, secrecy } from "./data.ts";
import { roleForgery, toolForgery } from "./forgery.ts";
import { instructionOverride } from "./instruction-override.ts";
import { persona } from "./persona.ts";
import { promptExtraction } from "./prompt-extraction.ts";

/** English wording and the markers of chat templates; other languages go through the lexicon. */
export const phrases: readonly Phrase[] = [
  ...roleForgery,
  ...toolForgery,
  ...instructionOverride,
  ...promptExtraction,
  ...persona,
  ...orderInData,
  ...secrecy,
];
