import type { Detector } from "./detector.ts";
import type { Measured } from "./figures.ts";
import { measureLatency } from "./latency.ts";
import { measurePersonal } from "./personal.ts";
import type { FirewallCase } from "./rows.ts";
import { runFirewallBench } from "./run.ts";

/** Everything there is to measure, one detector after the other and never two at once. */
export async function measureFirewall(
  cases: readonly FirewallCase[],
  detectors: readonly Detector[],
  size = Infinity,
): Promise<Measured> {
  return {
    rows: await runFirewallBench(cases, detectors, size),
    personal: await measurePersonal(cases, detectors, size),
    latency: await measureLatency(
      cases,
      detectors.filter(({ variantOf }) => variantOf === undefined),
    ),
  };
}
