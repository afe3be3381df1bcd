/** Efficacy and speed of the firewall over labelled texts. The command line reads the files and prints the table. */
export { heldOut, families } from "./families.ts";
export { familyOf, sources } from "./sources.ts";
export type { Source } from "./sources.ts";
export { firewallCase } from "./rows.ts";
export type { FirewallCase } from "./rows.ts";
export { gatehouse } from "./detector.ts";
export type { Detector } from "./detector.ts";
export { runFirewallBench } from "./run.ts";
export type { FirewallBenchRow } from "./run.ts";
export { firewallFigures } from "./figures.ts";
export type { Measured } from "./figures.ts";
export { measureFirewall } from "./measure.ts";
export { openPeers } from "./peers/open.ts";
export type { Peers } from "./peers/open.ts";
export { processorTime } from "./processor-time.ts";
export { firewallTable } from "./table.ts";
