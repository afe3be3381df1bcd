import { codeLimits, type CodeRunner } from "#engine";

export interface Soak {
  readonly runs: number;
  /** Runs that did not give their value. */
  readonly failed: number;
  readonly msPerRun: number;
}

/** Runs one small program after the other, to see what is left behind. */
export async function soak(runner: CodeRunner, runs: number, tick: () => number): Promise<Soak> {
  const request = { language: "javascript", input: null, tools: [], call: async () => null, now: 0, seed: 0 } as const;
  const start = tick();
  let failed = 0;
  for (let run = 0; run < runs; run++) {
    const { signal } = new AbortController();
    const { value } = await runner.run({ ...request, source: `return ${run}`, limits: codeLimits.parse({}) }, signal);
    if (value !== run) failed++;
  }
  return { runs, failed, msPerRun: Math.round(((tick() - start) / runs) * 10) / 10 };
}
