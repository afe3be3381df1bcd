import { randomUUID } from "node:crypto";
import { cpus } from "node:os";
import { attacks as attacksSchema, type AttackRow } from "./attack.ts";
import { attackBrowser } from "./in-browser.ts";
import { attackNode } from "./in-node.ts";
import type { Pace } from "./pace.ts";

export const benchHosts = ["node", "browser"] as const;
export type BenchHost = (typeof benchHosts)[number];

export interface SandboxBench {
  readonly bench: "sandbox";
  readonly machine: { readonly host: string; readonly cpus: number; readonly cpu: string };
  readonly figures: Pace & Readonly<Record<"attacks" | AttackRow["verdict"] | "unexpected", number>>;
  readonly rows: readonly AttackRow[];
}

/**
 * Plays the attack corpus against the sandbox of one host, one attack after the other.
 * @param cases the parsed content of a corpus file (`[{id, class, code, expect}]`); anything else is a ZodError.
 */
export async function runSandboxBench(cases: unknown, host: BenchHost): Promise<SandboxBench> {
  const attacks = attacksSchema.parse(cases);
  const canary = `canary-${randomUUID()}`;
  const { rows, pace, name } =
    host === "node"
      ? { ...(await attackNode(attacks, canary)), name: `Node ${process.versions.node}` }
      : await attackBrowser(attacks, canary).then((found) => ({ ...found, name: found.browser }));
  const [first] = cpus();
  return {
    bench: "sandbox",
    machine: { host: name, cpus: cpus().length, cpu: first?.model ?? "unknown" },
    figures: {
      attacks: rows.length,
      ...countVerdicts(rows),
      unexpected: rows.filter((row) => !row.match).length,
      ...pace,
    },
    rows,
  };
}

function countVerdicts(rows: readonly AttackRow[]): Record<AttackRow["verdict"], number> {
  const counts = { contained: 0, watchdog: 0, crashed: 0, escaped: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return counts;
}
