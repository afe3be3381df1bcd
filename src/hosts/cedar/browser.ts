import type { PolicyEngine } from "#pillars/privileges";
import { policyEngine } from "./policy-engine.ts";

let loading: Promise<PolicyEngine> | undefined;

/**
 * Loads Cedar once, as a chunk of its own; the Wasm file comes from the app's own origin and is compiled under
 * `wasm-unsafe-eval`. Rejects when it cannot be fetched; the next call tries again.
 */
export function loadCedar(): Promise<PolicyEngine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<PolicyEngine> {
  const cedar = await import("@cedar-policy/cedar-wasm/web");
  await cedar.default();
  return policyEngine(cedar);
}
