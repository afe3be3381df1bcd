import { CliError } from "../cli-error.ts";
import type { BenchOptions, BenchResult } from "./benchmark.ts";
import { tableOf } from "./table.ts";

export async function benchTrace({ host }: BenchOptions): Promise<BenchResult> {
  const { runTraceBench, runTraceBenchInBrowser } = await import("#bench/trace");
  if (host === "browser") {
    const bench = await runTraceBenchInBrowser();
    return { bench, lines: tableOf(bench) };
  }
  if (host !== "node") throw new CliError("usage", "--host is node or browser.");
  const bench = await runTraceBench();
  return { bench, lines: [...tableOf(bench), "", ...tableOf({ figures: {}, rows: bench.ratios })] };
}
