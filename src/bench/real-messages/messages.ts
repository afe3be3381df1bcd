import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/** What people really wrote to a shop and to a bank. */
const sources = ["abcd_support", "banking77"] as const;

const row = z.object({ text: z.string(), label: z.string(), where: z.string() });

export interface Message {
  readonly source: string;
  readonly text: string;
}

/** Customers' messages from the data folder, `count` in all, evenly spaced over each source. */
export async function readMessages(folder: string, count: number): Promise<readonly Message[]> {
  const all = await Promise.all(sources.map((source) => readSource(folder, source)));
  // A small source gives all it has, and the others make up for it.
  const byLength = all.toSorted((a, b) => a.length - b.length);
  const chosen: Message[] = [];
  for (const [at, messages] of byLength.entries()) {
    const share = Math.floor((count - chosen.length) / (byLength.length - at));
    chosen.push(...evenly(messages, Math.min(share, messages.length)));
  }
  return chosen;
}

async function readSource(folder: string, source: string): Promise<readonly Message[]> {
  const text = gunzipSync(await readFile(join(folder, "firewall", `${source}.jsonl.gz`))).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => row.parse(JSON.parse(line)))
    .filter(({ label, where }) => label === "benign" && where === "direct")
    .map((each) => ({ source, text: each.text }));
}

function evenly<T>(items: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}
