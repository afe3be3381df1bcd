import { pythonLibrary } from "#engine";
import { CliError } from "../cli-error.ts";
import { readAs } from "../read-file.ts";
import type { BenchOptions, BenchResult } from "./benchmark.ts";
import { tableOf } from "./table.ts";

export async function benchSandbox({ files, host, soak, turns, python }: BenchOptions): Promise<BenchResult> {
  const [file, ...more] = files;
  if (more.length > 0) throw new CliError("usage", "bench sandbox takes one file of attacks.");
  const { attacks, benchHosts, runSandboxBench } = await import("#bench/sandbox");
  const known = benchHosts.find((each) => each === host);
  if (known === undefined) throw new CliError("usage", `--host is ${benchHosts.join(" or ")}.`);
  const library = pythonLibrary.safeParse(python ?? "small");
  if (!library.success) throw new CliError("usage", `--python is ${pythonLibrary.options.join(" or ")}.`);
  const bench = await runSandboxBench(file === undefined ? undefined : await readAs(file, attacks), known, {
    soakRuns: soak,
    turns,
    library: library.data,
  });
  const notable = bench.rows.filter((row) => !row.match || row.verdict !== "contained");
  const lines = [
    ...tableOf({ figures: {}, rows: bench.classes }),
    ...notable.map(
      ({ id, verdict, expect, ms, note = "" }) => `${id}: ${verdict}, expected ${expect}, ${ms} ms ${note}`,
    ),
    "",
    ...tableOf({ figures: bench.figures, rows: [] }).slice(2),
  ];
  return { bench, lines, isFailure: bench.figures.escaped > 0 };
}
