import type { Classifiers } from "./classifier/classifiers.ts";
import { inspect } from "./inspect.ts";
import type { FirewallPolicy } from "./policy/index.ts";
import { createStreamInspector } from "./stream.ts";
import type { Release } from "./stream.ts";
import type { InspectInput, Verdict } from "./types.ts";

/**
 * Where texts are inspected. A host chooses the place, a worker for instance, so every answer is awaited. An answer that
 * cannot be had rejects, and whoever asked lets nothing pass.
 */
export interface Inspector {
  inspect(input: InspectInput, policy: FirewallPolicy): Promise<Verdict>;
  /** For a text that arrives in pieces; pushes are answered in order. */
  stream(input: Omit<InspectInput, "text">, policy: FirewallPolicy): StreamInspection;
}

export interface StreamInspection {
  push(delta: string): Promise<Release>;
  end(): Promise<StreamEnd>;
  /** For a text that never ends; after `end` it does nothing. */
  abandon(): void;
}

/** The last stretch that may be shown, and the verdict on the whole text. */
export interface StreamEnd {
  readonly release: string;
  readonly verdict: Verdict;
}

/** Inspects right here. */
export function createInspector(classifiers: Classifiers): Inspector {
  return {
    inspect: async (input, policy) => inspect(input, policy, classifiers),
    stream(input, policy) {
      const inspector = createStreamInspector(input, policy, classifiers);
      return {
        push: async (delta) => inspector.push(delta),
        end: async () => inspector.end(),
        abandon: () => undefined,
      };
    },
  };
}
