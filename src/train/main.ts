import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { shippedModel, writeModel } from "#pillars/firewall/learning";
import { readLexiconTable } from "./lexicon.ts";
import { digestOf, listFolds } from "./list-folds.ts";
import { foldCount } from "./material.ts";
import { parts, type Trained } from "./part.ts";
import { foldFile, places } from "./places.ts";

/**
 * Trains what the firewall has learned: `npm run train:firewall`. Some minutes on two cores. With `--held-out` only the models of
 * the folds are written, and nothing that ships.
 */
const trained = (await Promise.all(parts.map(trainPart))).flat();
const table = readLexiconTable();
const shipped = writeModel(
  table,
  trained.map(({ whole }) => whole),
);
mkdirSync(places.folds, { recursive: true });
for (let fold = 0; fold < foldCount; fold += 1) {
  const heads = trained.flatMap(({ folds }) => folds[fold] ?? []);
  writeFileSync(foldFile(fold), writeModel(table, heads));
}
listFolds(digestOf(shipped));
if (!process.argv.includes("--held-out")) {
  mkdirSync(dirname(places.model), { recursive: true });
  writeFileSync(places.model, shipped);
  writeFileSync(places.digest, digestModule(digestOf(shipped)));
}
console.log(`${shipped.length} bytes`);

function trainPart(part: (typeof parts)[number]): Promise<readonly Trained[]> {
  const worker = new Worker(new URL("./part.ts", import.meta.url), { workerData: part });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function digestModule(sha256: string): string {
  return `/** Written by \`npm run train:firewall\`. The file lies under \`public/\`. */
export const shippedModel = {
  file: "${shippedModel.file}",
  sha256: "${sha256}",
} as const;
`;
}
