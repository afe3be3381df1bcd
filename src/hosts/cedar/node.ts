import type { PolicyEngine } from "#pillars/privileges";
import { policyEngine } from "./policy-engine.ts";

let loading: Promise<PolicyEngine> | undefined;

/** Loads Cedar once; about 30 ms and 4 MB the first time. Rejects when the Wasm module cannot be read. */
export function loadCedar(): Promise<PolicyEngine> {
  loading ??= import("@cedar-policy/cedar-wasm/nodejs").then(policyEngine);
  return loading;
}
