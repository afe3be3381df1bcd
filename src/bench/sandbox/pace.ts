import { z } from "zod";
import { codeLimits, type CodeRunner } from "#engine";

/** Milliseconds: `warm` median of 1+1 with a spare ready, `cold` the same without one, `afterLoop` of 1+1 right after a run was stopped in a loop. */
export const pace = z.strictObject({ warmMs: z.number(), coldMs: z.number(), afterLoopMs: z.number() });
export type Pace = z.infer<typeof pace>;

type Warmable = CodeRunner & { warm(): Promise<void> };

export async function measurePace(runner: Warmable, tick: () => number): Promise<Pace> {
  const time = async (source: string, timeMs = 1_000) => {
    const start = tick();
    const request = { language: "javascript", source, input: null, tools: [], call: async () => null } as const;
    await runner.run(
      { ...request, limits: codeLimits.parse({ timeMs }), now: 0, seed: 0 },
      new AbortController().signal,
    );
    return tick() - start;
  };
  await runner.warm();
  const cold: number[] = [];
  const warm: number[] = [];
  for (let turn = 0; turn < 15; turn++) {
    warm.push(await time("return 1 + 1"));
    if (turn % 3 === 0) cold.push(await time("return 1 + 1"));
    await runner.warm();
  }
  await time("while (true) {}", 200);
  return { warmMs: median(warm), coldMs: median(cold), afterLoopMs: round(await time("return 1 + 1")) };
}

function median(values: number[]): number {
  return round(values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
