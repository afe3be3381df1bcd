import type { LanguageModelV4 } from "@ai-sdk/provider";

/** A family of providers that speak one protocol. A new one is a file with such a constant and a line in families.ts. */
export interface ProviderFamily<Kind extends string = string> {
  readonly kind: Kind;
  readonly title: string;
  /** Offered when a person adds a connection. */
  readonly suggestedBaseUrl: string;
  /** Loads the protocol's code on first use. `fetch` is the egress function; a key is the placeholder it swaps. */
  readonly open: (target: ProviderTarget) => Promise<LanguageModelV4>;
}

export interface ProviderTarget {
  /** The connection's id, which names the provider in traces. */
  readonly name: string;
  readonly baseURL: string;
  readonly model: string;
  /** The key's name in the key store; a local server may need none. */
  readonly keyRef: string | undefined;
  readonly fetch: typeof globalThis.fetch;
}
