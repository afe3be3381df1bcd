import { gunzipSync } from "node:zlib";
import type { FirewallCase } from "#bench/firewall";
import { createNodeInspector } from "#hosts/node";
import { CliError } from "../cli-error.ts";
import { checkAs, parseJson, readBytes } from "../read-file.ts";
import type { BenchOptions, BenchResult } from "./benchmark.ts";

/** Enough to tell detectors apart: what a share of 250 texts says is within six points of the truth. */
const usualSample = 250;

export async function benchFirewall({ files, peers, sample, tell }: BenchOptions): Promise<BenchResult> {
  if (files.length === 0)
    throw new CliError("usage", "bench firewall needs files of labelled texts, a JSON object a line.");
  const { firewallFigures, firewallTable, gatehouse, measureFirewall, openPeers, processorTime } =
    await import("#bench/firewall");
  const { machine } = await import("#bench/machine");
  const cases = (await Promise.all(files.map(readCases))).flat();
  const own = gatehouse(await createNodeInspector(), { clock: processorTime });
  using others = peers ? await openPeers() : undefined;
  for (const sentence of others?.missing ?? []) tell(sentence);
  const size = sample ?? (peers ? usualSample : undefined);
  const measured = await measureFirewall(cases, [own, ...(others?.detectors ?? [])], size);
  const bench = { bench: "firewall", machine: machine(), figures: firewallFigures(measured), ...measured };
  return { bench, lines: firewallTable(measured) };
}

async function readCases(file: string): Promise<readonly FirewallCase[]> {
  const { firewallCase } = await import("#bench/firewall");
  return (await readLines(file)).map((line, at) => {
    const where = `${file} line ${at + 1}`;
    return checkAs(parseJson(line, where), firewallCase, where);
  });
}

async function readLines(file: string): Promise<readonly string[]> {
  const bytes = await readBytes(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = new TextDecoder().decode(isPacked ? unpack(bytes, file) : bytes);
  return text.split("\n").filter((line) => line.trim() !== "");
}

function unpack(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new CliError("file", `${file} is a damaged gzip file.`);
  }
}
