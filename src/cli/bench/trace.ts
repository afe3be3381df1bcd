import type { BenchResult } from "./benchmark.ts";
import { tableOf } from "./table.ts";

export async function benchTrace(): Promise<BenchResult> {
  const { runTraceBench } = await import("#bench/trace");
  const bench = await runTraceBench();
  return { bench, lines: [...tableOf(bench), "", ...tableOf({ figures: {}, rows: bench.ratios })] };
}
