import { writeFile } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import { jsonOption, readArguments, type Command } from "../command.ts";
import type { Benchmark } from "../bench/benchmark.ts";
import { benchAgentDojo } from "../bench/agentdojo.ts";
import { benchFirewall } from "../bench/firewall.ts";
import { benchSandbox } from "../bench/sandbox.ts";
import { tableOf } from "../bench/table.ts";
import { benchTrace } from "../bench/trace.ts";

const options = {
  host: {
    type: "string",
    value: "node|browser",
    help: "For sandbox: whose walls are attacked; for trace: where it is measured (default node)",
  },
  peers: { type: "boolean", help: "For firewall: measure other products beside it, on a sample" },
  "held-out": {
    type: "string",
    value: "DIR",
    help: "For firewall: measure it too with models that never saw the families they are asked about",
  },
  sample: {
    type: "string",
    value: "N",
    help: "For firewall: at most N texts of a source and kind (default all, 250 with --peers)",
  },
  roles: {
    type: "string",
    value: "FILE",
    help: "For agentdojo: the roles of tools and arguments as a person annotated them, instead of inferred ones",
  },
  soak: {
    type: "string",
    value: "N",
    help: "For sandbox: N ordinary runs more, and what they leave behind",
  },
  turns: { type: "string", value: "N", help: "For sandbox: how often each speed is measured (default 25)" },
  python: {
    type: "string",
    value: "small|full",
    help: "For sandbox: with full, the attacks in Python alone, on the full library",
  },
  out: { type: "string", value: "FILE", help: "Write the answer as JSON to a file too" },
  json: jsonOption,
} as const;

const benches: ReadonlyMap<string, Benchmark> = new Map<string, Benchmark>([
  ["engine", async () => ({ bench: await (await import("#bench/engine")).runEngineBench() })],
  ["trace", benchTrace],
  ["firewall", benchFirewall],
  ["agentdojo", benchAgentDojo],
  ["sandbox", benchSandbox],
]);

export const benchCommand: Command = {
  name: "bench",
  summary:
    "Measures guards and speed: engine, trace, firewall FILES.jsonl[.gz], agentdojo SUITES.json[.gz], sandbox [ATTACKS.json]",
  usage: `<${[...benches.keys()].join("|")}> [FILES]`,
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "the name of a benchmark", [1, Infinity]);
    const [name = "", ...files] = positionals;
    const run = benches.get(name);
    if (run === undefined) throw new CliError("usage", `The benchmarks are ${[...benches.keys()].join(", ")}.`);
    const { host = "node", peers = false, out, json } = values;
    const {
      bench,
      lines,
      isFailure = false,
    } = await run({
      files,
      host,
      peers,
      roles: values.roles,
      python: values.python,
      heldOut: values["held-out"],
      sample: numberOf("sample", values.sample),
      soak: numberOf("soak", values.soak),
      turns: numberOf("turns", values.turns),
      environment: shell.environment,
      tell: shell.tell,
    });
    if (out !== undefined) await write(out, `${JSON.stringify(bench, undefined, 2)}\n`);
    if (json === true) shell.out(JSON.stringify(bench));
    else for (const line of lines ?? tableOf(bench)) shell.out(line);
    return isFailure ? 1 : 0;
  },
};

function numberOf(name: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new CliError("usage", `--${name} is a whole number.`);
  return Number(written);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new CliError("file", `${file} cannot be written.`);
  }
}
