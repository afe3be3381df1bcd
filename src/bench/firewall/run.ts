import type { Detector, Task } from "./detector.ts";
import { kindOf } from "./rows.ts";
import type { CaseKind, FirewallCase } from "./rows.ts";
import { sample } from "./sample.ts";
import { familyOf } from "./sources.ts";
import { percentile } from "./statistics.ts";

/**
 * One detector on one source, language, place and kind. `stopped` counts asks and blocks, of a peer what it flags; where personal
 * data or secrets are looked for, the texts out of which something was taken.
 */
export interface FirewallBenchRow {
  readonly source: string;
  readonly family: string;
  readonly lang: string;
  readonly where: "direct" | "indirect";
  readonly kind: CaseKind;
  /** What was looked for. Benign texts of a set of secrets are there to tempt those who look for secrets. */
  readonly task: Task;
  readonly n: number;
  readonly stopped: number;
  readonly detector: string;
  /** Whether the detector has learned from this source or its kin; only where that is known. */
  readonly learned?: boolean;
  /** Microseconds a text, and a KiB of text. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perKiB: number;
}

interface Cell extends Pick<FirewallBenchRow, "source" | "lang" | "where" | "kind" | "task"> {
  readonly texts: string[];
}

/** Puts every case to every detector that does such a task, at most `size` of a source and kind. */
export async function runFirewallBench(
  cases: readonly FirewallCase[],
  detectors: readonly Detector[],
  size = Infinity,
): Promise<FirewallBenchRow[]> {
  const cells = cellsOf(sample(cases, ({ source, label }) => `${source} ${kindOf(label)}`, size));
  const rows: FirewallBenchRow[] = [];
  for (const detector of detectors)
    for (const cell of cells) if (detector.tasks.includes(cell.task)) rows.push(await measure(cell, detector));
  return rows;
}

function cellsOf(cases: readonly FirewallCase[]): readonly Cell[] {
  const tasks = tasksOf(cases);
  const cells = new Map<string, Cell>();
  for (const { source, lang, where, label, text } of cases) {
    const kind = kindOf(label);
    if (kind === undefined) continue;
    const key = JSON.stringify([source, lang, where, kind]);
    const cell = cells.get(key) ?? { source, lang, where, kind, task: tasks.get(source) ?? "orders", texts: [] };
    cells.set(key, cell);
    cell.texts.push(text);
  }
  return [...cells.values()];
}

/** A set that holds secrets or personal data is one about them as a whole. */
function tasksOf(cases: readonly FirewallCase[]): ReadonlyMap<string, Task> {
  const tasks = new Map<string, Task>();
  for (const { source, label } of cases) {
    if (label === "pii") tasks.set(source, "personal");
    if (label === "secret") tasks.set(source, "secrets");
  }
  return tasks;
}

async function measure({ texts, ...cell }: Cell, detector: Detector): Promise<FirewallBenchRow> {
  const times: number[] = [];
  let stopped = 0;
  for (const text of texts) {
    const answer = await detector.answer({ task: cell.task, text, source: cell.source, where: cell.where });
    times.push(answer.ms * 1000);
    if (answer.stopped) stopped += 1;
  }
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const time = times.reduce((sum, each) => sum + each, 0);
  return {
    ...cell,
    family: familyOf(cell.source),
    n: texts.length,
    stopped,
    detector: detector.name,
    ...(cell.task === "orders" && detector.hasLearned && { learned: detector.hasLearned(cell.source) }),
    p50: Math.round(percentile(times, 0.5)),
    p95: Math.round(percentile(times, 0.95)),
    p99: Math.round(percentile(times, 0.99)),
    perKiB: Math.round((time * 1024) / Math.max(1, length)),
  };
}
