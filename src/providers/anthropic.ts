import { placeholderFor } from "./egress.ts";
import type { ProviderFamily } from "./family.ts";

/** Anthropic's messages protocol. Its servers answer a browser only when the header below says that this is meant. */
export const anthropic: ProviderFamily<"anthropic"> = {
  kind: "anthropic",
  title: "Anthropic",
  suggestedBaseUrl: "https://api.anthropic.com/v1",
  async open({ name, baseURL, model, keyRef, fetch }) {
    const { createAnthropic } = await import("@ai-sdk/anthropic");
    const headers = { "anthropic-dangerous-direct-browser-access": "true" };
    return createAnthropic({
      name,
      baseURL,
      apiKey: keyRef === undefined ? "" : placeholderFor(keyRef),
      fetch,
      headers,
    }).languageModel(model);
  },
};
