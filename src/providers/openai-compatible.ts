import { placeholderFor } from "./egress.ts";
import type { ProviderFamily } from "./family.ts";

/** The protocol of OpenAI's chat completions, which most providers and local servers speak. */
export const openAiCompatible: ProviderFamily<"openai-compatible"> = {
  kind: "openai-compatible",
  title: "OpenAI-compatible",
  suggestedBaseUrl: "https://api.openai.com/v1",
  async open({ name, baseURL, model, keyRef, fetch }) {
    const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    // Without includeUsage a stream reports no tokens, and the limits would count nothing.
    return createOpenAICompatible({
      name,
      baseURL,
      ...(keyRef === undefined ? {} : { apiKey: placeholderFor(keyRef) }),
      fetch,
      includeUsage: true,
      supportsStructuredOutputs: true,
    }).chatModel(model);
  },
};
