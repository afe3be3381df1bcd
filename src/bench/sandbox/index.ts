import { randomUUID } from "node:crypto";
import type { PythonLibrary } from "#engine";
import { machine, type Machine } from "#bench/machine";
import type { Attack, AttackRow } from "./attack.ts";
import { byClass, countVerdicts, most, type ClassRow } from "./by-class.ts";
import { attackBrowser, soakBrowser, type BrowserSoak } from "./in-browser.ts";
import { attackNode, soakNode, type NodeSoak } from "./in-node.ts";
import { ownAttacks } from "./own-attacks.ts";
import type { Pace } from "./pace.ts";

export { attacks } from "./attack.ts";

export const benchHosts = ["node", "browser"] as const;
export type BenchHost = (typeof benchHosts)[number];

export type SandboxFigures = Readonly<Record<"attacks" | AttackRow["verdict"] | "unexpected" | "slowestMs", number>> &
  Pace & {
    /** In a browser. */
    readonly longestStallMs?: number;
    readonly memoryLeftMb?: number;
    /** Where many ordinary runs were asked for. */
    readonly soak?: BrowserSoak | NodeSoak;
  };

export interface SandboxBench {
  readonly bench: "sandbox";
  readonly machine: Machine;
  readonly figures: SandboxFigures;
  readonly classes: readonly ClassRow[];
  readonly rows: readonly AttackRow[];
}

export interface SandboxBenchOptions {
  /** So many ordinary runs follow. */
  readonly soakRuns?: number | undefined;
  /** How often each speed is measured. */
  readonly turns?: number | undefined;
  /** With the full one, the attacks in Python alone are played, against it. */
  readonly library?: PythonLibrary | undefined;
}

const usualTurns = 25;

/**
 * Plays an attack corpus against the sandbox of one host, one attack after the other.
 * @param cases those of a corpus; without them the project's own attacks are played.
 */
export async function runSandboxBench(
  cases: readonly Attack[] | undefined,
  host: BenchHost,
  { soakRuns = 0, turns = usualTurns, library = "small" }: SandboxBenchOptions,
): Promise<SandboxBench> {
  const given = cases ?? (await ownAttacks());
  const attacks = library === "small" ? given : given.flatMap((each) => withLibrary(each, library));
  const { rows, name, ...more } = await attackHost(attacks, host, turns);
  const soakHost = host === "browser" ? soakBrowser : soakNode;
  const soak = soakRuns > 0 ? { soak: await soakHost(soakRuns) } : {};
  const figures = {
    attacks: rows.length,
    ...countVerdicts(rows),
    unexpected: rows.filter((row) => !row.match).length,
    slowestMs: most(rows.map(({ ms }) => ms)),
    ...more.figures,
    ...soak,
  };
  return { bench: "sandbox", machine: { ...machine(), host: name }, figures, classes: byClass(rows), rows };
}

function withLibrary(attack: Attack, library: PythonLibrary): Attack[] {
  return attack.language === "python" ? [{ ...attack, library }] : [];
}

async function attackHost(attacks: readonly Attack[], host: BenchHost, turns: number) {
  const canary = `canary-${randomUUID()}`;
  if (host === "node") {
    const { rows, pace } = await attackNode(attacks, canary, turns);
    return { rows, name: machine().host, figures: pace };
  }
  const { rows, pace, browser, memoryLeftMb } = await attackBrowser(attacks, canary, turns);
  const longestStallMs = most(rows.map(({ stallMs = 0 }) => stallMs));
  const memory = memoryLeftMb === undefined ? {} : { memoryLeftMb };
  return { rows, name: browser, figures: { ...pace, longestStallMs, ...memory } };
}
