import { join } from "node:path";
import { orders, readCorpus } from "./corpus.ts";
import { injectionSources, readSource } from "./datasets.ts";
import { embedInOthers } from "./embed.ts";
import { isAttack, type Example } from "./example.ts";
import { assignFolds } from "./folds.ts";
import { seededRandom } from "./random.ts";

export const foldCount = 5;
const seed = 7;
const spellings = 3;

/** All that is learned from and measured on, and in which fold each text is held out. */
export interface Material {
  readonly examples: readonly Example[];
  readonly foldOf: (example: Example) => number;
}

/** Reads the public data sets under `GATEHOUSE_DATA` and the project's own corpus. Always the same for the same files. */
export function readMaterial(): Material {
  const data = process.env["GATEHOUSE_DATA"];
  if (data === undefined) throw new Error("Set GATEHOUSE_DATA to the folder with the labelled texts.");
  const lines = readCorpus(join(import.meta.dirname, "corpus"), orders, spellings, seededRandom(seed));
  const examples = [
    ...injectionSources().flatMap((name) => readSource(join(data, "firewall"), name, seed)),
    ...lines,
    ...embedInOthers(lines, seededRandom(seed)),
  ];
  return { examples, foldOf: assignFolds(examples, foldCount, isAttack, seed) };
}
