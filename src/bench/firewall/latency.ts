import type { Detector, Task } from "./detector.ts";
import { kindOf } from "./rows.ts";
import type { FirewallCase } from "./rows.ts";
import { sample } from "./sample.ts";
import { percentile, round } from "./statistics.ts";

/** How long a detector takes over texts of 4 KiB, in milliseconds. */
export interface LatencyRow {
  readonly detector: string;
  readonly task: Task;
  readonly texts: number;
  readonly characters: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perKiB: number;
}

const length = 4096;
/** Keys are looked for where personal values are, in the same breath. */
const timed: readonly Task[] = ["orders", "personal"];

interface Runner {
  readonly detector: Detector;
  readonly task: Task;
  readonly times: number[];
}

/**
 * The same long texts for everybody, each made of texts of one source and kind laid end to end: few sets have long texts of
 * their own, and mixed ones would all look alike. Everybody's turn comes with every text, so that what else the machine does
 * meanwhile slows all of them alike.
 */
export async function measureLatency(
  cases: readonly FirewallCase[],
  detectors: readonly Detector[],
  size = 200,
): Promise<LatencyRow[]> {
  const texts = longTexts(cases, size);
  if (texts.length === 0) return [];
  const runners = detectors.flatMap((detector) =>
    timed.filter((task) => detector.tasks.includes(task)).map((task): Runner => ({ detector, task, times: [] })),
  );
  const ask = async ({ detector, task }: Runner, text: string) =>
    (await detector.answer({ task, text, source: "", where: "direct" })).ms;
  // All texts are put once before they are timed, as in a process that has run for a while: functions are compiled when they
  // have been called often, and are several times slower before.
  for (const text of texts) for (const runner of runners) await ask(runner, text);
  for (const text of texts) for (const runner of runners) runner.times.push(await ask(runner, text));
  return runners.map(({ detector, task, times }) => rowOf(detector.name, task, times));
}

function rowOf(detector: string, task: Task, times: readonly number[]): LatencyRow {
  const total = times.reduce((sum, time) => sum + time, 0);
  const characters = times.length * length;
  return {
    detector,
    task,
    texts: times.length,
    characters,
    p50: round(percentile(times, 0.5)),
    p95: round(percentile(times, 0.95)),
    p99: round(percentile(times, 0.99)),
    perKiB: round((total * 1024) / characters),
  };
}

function longTexts(cases: readonly FirewallCase[], size: number): readonly string[] {
  const measured = cases.filter(({ label }) => kindOf(label) !== undefined);
  const groups = Map.groupBy(measured, ({ source, label }) => `${source} ${label}`);
  const each = Math.ceil(size / Math.max(1, groups.size));
  return [...groups.values()].flatMap((group) => {
    const whole = sample(group, () => "", 50 * each)
      .map(({ text }) => text)
      .join("\n");
    const count = Math.min(each, Math.floor(whole.length / length));
    return Array.from({ length: count }, (_, at) => whole.slice(at * length, (at + 1) * length));
  });
}
