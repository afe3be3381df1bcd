import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { familyOf, firewallCase, sources } from "#bench/firewall";
import type { Example } from "./example.ts";
import { seededRandom, shuffle } from "./random.ts";

/** Sources that would drown the others: this many of their texts are read. */
const most: Readonly<Record<string, number>> = {
  clinc150: 4000,
  banking77: 3000,
  presidio_synth: 500,
  gretel_pii_finance_ko: 600,
  apeach_ko: 800,
  prompt_book_multi: 1000,
  security_talk_benign: 800,
  catqa: 600,
  mitre_frr: 400,
  mitre_frr_multi: 400,
  davidson_hate: 1500,
};

/** Labelled texts of one file, `<folder>/<source>.jsonl.gz`; at most so many, drawn by the seed. */
export function readSource(
  folder: string,
  name: string,
  seed: number,
  limit = most[name] ?? Infinity,
): readonly Example[] {
  const lines = gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`)))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const examples = lines.map((line): Example => {
    const { text, label, lang, where, cat } = firewallCase.parse(JSON.parse(line));
    return {
      text,
      label,
      lang,
      channel: where === "indirect" ? "data" : "message",
      source: name,
      family: familyOf(name),
      group: name,
      category: cat,
    };
  });
  return shuffle(examples, seededRandom(seed)).slice(0, limit);
}

/** Every source of the table that the folder may train or measure orders on. */
export function injectionSources(): readonly string[] {
  return Object.keys(sources).filter((name) => name !== "gitleaks_cases");
}

export function mayTrain({ source }: Example): boolean {
  return sources[source]?.training ?? true;
}
