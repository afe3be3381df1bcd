import type { JsonObject, JsonValue } from "#engine";
import type { TracedArguments } from "./origin.ts";

/** A call as an approval is bound to it. */
export interface TracedCall {
  readonly tool: string;
  readonly arguments: JsonObject;
  readonly traced: TracedArguments;
}

/**
 * What an approval binds to: the tool, its exact arguments, and where each came from. `digest` hashes the canonical JSON of
 * its argument; it is injected because the pure core has no hash of its own.
 */
export function callHash(call: TracedCall, digest: (value: JsonValue) => string): string {
  const labels = Object.entries(call.traced).map(
    ([path, { label }]) => [path, { integrity: label.integrity, sources: label.sources }] as const,
  );
  return digest({ tool: call.tool, arguments: call.arguments, labels: Object.fromEntries(labels) });
}
