/** Efficacy and speed of the firewall over labelled texts. The command line reads the files and prints the table. */
export { heldOut, families } from "./families.ts";
export { familyOf, sources } from "./sources.ts";
export type { Source } from "./sources.ts";
export { firewallCase } from "./rows.ts";
export type { FirewallCase } from "./rows.ts";
export { runFirewallBench } from "./run.ts";
export type { FirewallBenchRow } from "./run.ts";
export { firewallFigures, firewallTable } from "./table.ts";
