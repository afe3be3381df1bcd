import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { measureGuards } from "./measure-guards.ts";
import { firewallCase } from "./rows.ts";
import type { FirewallCase } from "./rows.ts";

/**
 * Writes what the guards catch and whom they disturb, for the Firewall's panel. Takes files of labelled texts, one JSON
 * object a line, gzipped or not.
 */
const place = join(import.meta.dirname, "../../pillars/firewall/measured/figures.json");

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Name the files of labelled texts: npm run measure:firewall -- FILES...");
  process.exitCode = 1;
} else {
  const figures = measureGuards((await Promise.all(files.map(readCases))).flat());
  await writeFile(place, `${JSON.stringify(figures, undefined, 2)}\n`);
  console.log(JSON.stringify(figures, undefined, 2));
}

async function readCases(file: string): Promise<FirewallCase[]> {
  const bytes = await readFile(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => firewallCase.parse(JSON.parse(line)));
}
