import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodePorts } from "#hosts/node";
import { createScriptedModels } from "#providers";
import { CliError } from "../cli-error.ts";
import { checkAs, parseJson, readJson } from "../read-file.ts";
import type { BenchOptions, BenchResult } from "./benchmark.ts";
import { readPacked } from "./packed.ts";

/**
 * The worst case: a model that obeys every injection it reads. Each suite under all guards, and under each of
 * them alone; then attacks on the rules themselves, which the figures over the suites leave out.
 */
export async function benchAgentDojo({ files, roles, tell }: BenchOptions): Promise<BenchResult> {
  if (files.length === 0) throw new CliError("usage", "bench agentdojo needs the files of one or more suites.");
  const { figuresOf, guardSets, measureAdaptive, measureSuite, rolesFile, suite } = await import("#bench/agentdojo");
  const { machine } = await import("#bench/machine");
  const annotated = roles === undefined ? undefined : checkAs(await readJson(roles), rolesFile, roles);
  const state = join(tmpdir(), "gatehouse-bench-unused");
  const ports = await createNodePorts({ state, models: [], environment: {}, scripted: createScriptedModels([]) });
  try {
    const rows = [];
    for (const file of files) {
      const read = checkAs(parseJson(await readPacked(file), file), suite, file);
      for (const guard of guardSets) {
        tell(`${read.suite}: ${guard}`);
        rows.push(...(await measureSuite(read, annotated, guard, ports)));
      }
    }
    const figures = figuresOf(rows);
    const runs = [];
    for (const guard of guardSets) {
      tell(`adaptive: ${guard}`);
      runs.push({ guard, ...(await measureAdaptive(guard, ports)) });
    }
    rows.push(...runs.map(({ row }) => row));
    const adaptive = runs.find(({ guard }) => guard === "full")?.cases ?? [];
    return { bench: { bench: "agentdojo", machine: machine(), figures, rows, adaptive } };
  } finally {
    await ports.code.close();
  }
}
