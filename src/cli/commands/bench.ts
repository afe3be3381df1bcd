import { gunzipSync } from "node:zlib";
import { CliError } from "../cli-error.ts";
import { jsonOption, readArguments, type Command } from "../command.ts";
import { checkAs, parseJson, readBytes, readJson } from "../read-file.ts";

const options = {
  host: { type: "string", value: "node|browser", help: "For sandbox: whose walls are attacked (default node)" },
  json: jsonOption,
} as const;

/** What every benchmark answers: totals, and a row for each suite, case or source. */
interface Bench {
  readonly bench: string;
  readonly machine: object;
  readonly figures: object;
  readonly rows: readonly object[];
}

const benches: ReadonlyMap<string, (files: readonly string[], host: string) => Promise<Bench>> = new Map([
  ["engine", async () => (await import("#bench/engine")).runEngineBench()],
  ["trace", async () => (await import("#bench/trace")).runTraceBench()],
  ["firewall", benchFirewall],
  ["sandbox", benchSandbox],
]);

export const benchCommand: Command = {
  name: "bench",
  summary: "Measures guards and speed: engine, trace, firewall FILES.jsonl[.gz], sandbox ATTACKS.json",
  usage: `<${[...benches.keys()].join("|")}> [FILES]`,
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "the name of a benchmark", [1, Infinity]);
    const [name = "", ...files] = positionals;
    const bench = benches.get(name);
    if (bench === undefined) throw new CliError("usage", `The benchmarks are ${[...benches.keys()].join(", ")}.`);
    const result = await bench(files, values.host ?? "node");
    if (values.json === true) shell.out(JSON.stringify(result));
    else for (const line of tableOf(result)) shell.out(line);
    return 0;
  },
};

async function benchFirewall(files: readonly string[]): Promise<Bench> {
  if (files.length === 0)
    throw new CliError("usage", "bench firewall needs files of labelled texts, a JSON object a line.");
  const { firewallCase, firewallFigures, runFirewallBench } = await import("#bench/firewall");
  const { machine } = await import("#bench/machine");
  const cases = (await Promise.all(files.map(readLines))).flatMap((lines, at) =>
    lines.map((line, number) => {
      const where = `${files[at] ?? ""} line ${number + 1}`;
      return checkAs(parseJson(line, where), firewallCase, where);
    }),
  );
  const rows = runFirewallBench(cases, undefined, () => performance.now());
  return { bench: "firewall", machine: machine(), figures: firewallFigures(rows), rows };
}

async function benchSandbox(files: readonly string[], host: string): Promise<Bench> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new CliError("usage", "bench sandbox needs one file of attacks.");
  const { benchHosts, runSandboxBench } = await import("#bench/sandbox");
  const known = benchHosts.find((each) => each === host);
  if (known === undefined) throw new CliError("usage", `--host is ${benchHosts.join(" or ")}.`);
  return runSandboxBench(await readJson(file), known);
}

async function readLines(file: string): Promise<readonly string[]> {
  const bytes = await readBytes(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = new TextDecoder().decode(isPacked ? gunzipSync(bytes) : bytes);
  return text.split("\n").filter((line) => line.trim() !== "");
}

function tableOf({ figures, rows }: Bench): readonly string[] {
  const cells = rows.map((row) => Object.values(row).map(String));
  const widths = (cells[0] ?? []).map((_, at) =>
    Math.max(...[titles(rows), ...cells].map((row) => (row[at] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  const totals = Object.entries(figures).map(([name, value]) => `${name.padEnd(28)} ${String(value)}`);
  return [line(titles(rows)), ...cells.map(line), "", ...totals];
}

function titles(rows: readonly object[]): readonly string[] {
  return Object.keys(rows[0] ?? {});
}
