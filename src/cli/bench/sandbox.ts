import { CliError } from "../cli-error.ts";
import { readJson } from "../read-file.ts";
import type { BenchOptions, BenchResult } from "./benchmark.ts";

export async function benchSandbox({ files, host }: BenchOptions): Promise<BenchResult> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new CliError("usage", "bench sandbox needs one file of attacks.");
  const { benchHosts, runSandboxBench } = await import("#bench/sandbox");
  const known = benchHosts.find((each) => each === host);
  if (known === undefined) throw new CliError("usage", `--host is ${benchHosts.join(" or ")}.`);
  return { bench: await runSandboxBench(await readJson(file), known) };
}
