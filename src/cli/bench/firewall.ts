import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { FirewallCase } from "#bench/firewall";
import { createNodeInspector } from "#hosts/node";
import { CliError } from "../cli-error.ts";
import { checkAs, parseJson } from "../read-file.ts";
import type { BenchOptions, BenchResult } from "./benchmark.ts";
import { readPacked } from "./packed.ts";

/** Enough to tell detectors apart: what a share of 250 texts says is within six points of the truth. */
const usualSample = 250;

export async function benchFirewall({
  files,
  peers,
  heldOut,
  sample,
  environment,
  tell,
}: BenchOptions): Promise<BenchResult> {
  const {
    familyRows,
    firewallFigures,
    firewallTable,
    gatehouse,
    measureFirewall,
    openHeldOut,
    openPeers,
    processorTime,
  } = await import("#bench/firewall");
  const { machine } = await import("#bench/machine");
  const cases = (await Promise.all((await filesOr(files, environment)).map(readCases))).flat();
  const inspector = await createNodeInspector();
  const settings = { clock: processorTime };
  const own = gatehouse(inspector, settings);
  const stranger = heldOut === undefined ? [] : [await openHeldOut(heldOut, inspector, settings)];
  using others = peers ? await openPeers() : undefined;
  for (const sentence of others?.missing ?? []) tell(sentence);
  const size = sample ?? (peers ? usualSample : undefined);
  const measured = await measureFirewall(cases, [own, ...stranger, ...(others?.detectors ?? [])], size);
  const detectors = firewallFigures(measured);
  const bench = {
    bench: "firewall",
    machine: machine(),
    figures: detectors[own.name] ?? {},
    detectors,
    families: familyRows(measured.rows),
    ...measured,
  };
  return { bench, lines: firewallTable(measured) };
}

/** The files that were named, else the public texts that the environment points to. */
async function filesOr(named: readonly string[], environment: BenchOptions["environment"]): Promise<readonly string[]> {
  if (named.length > 0) return named;
  const folder = environment["GATEHOUSE_DATA"];
  if (folder === undefined)
    throw new CliError(
      "usage",
      "bench firewall needs files of labelled texts, a JSON object a line, or GATEHOUSE_DATA set to the folder that has them under firewall/.",
    );
  const texts = join(folder, "firewall");
  const found = await readdir(texts).catch(() => []);
  const files = found.filter((name) => name.endsWith(".jsonl.gz")).toSorted();
  if (files.length === 0) throw new CliError("file", `${texts} has no labelled texts.`);
  return files.map((name) => join(texts, name));
}

async function readCases(file: string): Promise<readonly FirewallCase[]> {
  const { firewallCase } = await import("#bench/firewall");
  return (await readLines(file)).map((line, at) => {
    const where = `${file} line ${at + 1}`;
    return checkAs(parseJson(line, where), firewallCase, where);
  });
}

async function readLines(file: string): Promise<readonly string[]> {
  return (await readPacked(file)).split("\n").filter((line) => line.trim() !== "");
}
