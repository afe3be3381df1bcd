import { codeLimits, codeOutcomes, type CodeResult, type CodeRunner } from "#engine";
import { z } from "zod";

/** A run that did not give its value, and how it ended instead. */
const failure = z.strictObject({
  run: z.number(),
  outcome: z.enum(codeOutcomes),
  error: z.string(),
  /** How long it took, start of its wall included. */
  ms: z.number(),
});

export const soakFigures = z.strictObject({
  runs: z.number(),
  failed: z.number(),
  /** The first of them. */
  failures: z.array(failure),
  msPerRun: z.number(),
  slowestMs: z.number(),
});
export type Soak = z.infer<typeof soakFigures>;

const shownFailures = 20;

/** Runs one small program after the other, to see what is left behind. */
export async function soak(runner: CodeRunner, runs: number, tick: () => number): Promise<Soak> {
  const begun = tick();
  const failures: Soak["failures"] = [];
  let failed = 0;
  let slowestMs = 0;
  for (let run = 0; run < runs; run++) {
    const start = tick();
    const result = await runSmall(runner, run);
    const ms = Math.round(tick() - start);
    slowestMs = Math.max(slowestMs, ms);
    if (result.value === run) continue;
    failed++;
    if (failures.length < shownFailures) failures.push({ run, outcome: result.outcome, error: result.error ?? "", ms });
  }
  return { runs, failed, failures, msPerRun: Math.round(((tick() - begun) / runs) * 10) / 10, slowestMs };
}

function runSmall(runner: CodeRunner, run: number): Promise<CodeResult> {
  const request = { language: "javascript", input: null, tools: [], call: async () => null, now: 0, seed: 0 } as const;
  const { signal } = new AbortController();
  return runner.run({ ...request, source: `return ${run}`, limits: codeLimits.parse({}) }, signal);
}
