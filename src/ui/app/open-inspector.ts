import { createWorkerInspector } from "#hosts/browser";
import type { Inspector } from "#pillars/firewall";

/** The guards, for texts that no run has: fetched when the first one is tried. */
export function openInspector(): Inspector {
  return createWorkerInspector();
}
