import { join } from "node:path";
import { contents, orders, readCorpus } from "./corpus.ts";
import { injectionSources, readSource } from "./datasets.ts";
import { embedInOthers } from "./embed.ts";
import { isAttack, ownContent, type Example } from "./example.ts";
import { assignFolds } from "./folds.ts";
import { seededRandom } from "./random.ts";

export const foldCount = 5;
const seed = 7;
const spellings = 3;
/** Learned from in every fold, measured on and calibrated with in none. */
export const neverHeldOut = -1;

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
  const examples: readonly Example[] = [
    ...injectionSources().flatMap((name) => readSource(join(data, "firewall"), name, seed)),
    ...lines,
    ...embedInOthers(lines, seededRandom(seed)),
  ];
  const foldOf = assignFolds(examples, foldCount, isAttack, seed);
  return {
    examples: [...examples, ...everydayLines()],
    foldOf: (example) => (example.source === ownContent ? neverHeldOut : foldOf(example)),
  };
}

/**
 * What people say in twenty languages without ordering an assistant about. Of most languages there are more attacks than
 * harmless texts in the corpus, and a word of such a language would speak for an attack.
 */
function everydayLines(): readonly Example[] {
  return ["offensive", "topics"].flatMap((name) =>
    readCorpus(join(import.meta.dirname, name), contents, 1, seededRandom(seed)).map((line) => ({
      ...line,
      source: ownContent,
      family: ownContent,
    })),
  );
}
