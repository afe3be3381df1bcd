import { anthropic } from "./anthropic.ts";
import { openAiCompatible } from "./openai-compatible.ts";

/** One line a family of providers. */
export const providerFamilies = [openAiCompatible, anthropic] as const;

export const providerKinds = providerFamilies.map(({ kind }) => kind);
