import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createLexicon, shippedModel, writeModel } from "#pillars/firewall/learning";
import { isAttack } from "./example.ts";
import { dataPlan, messagePlan, toHead } from "./head.ts";
import { readLexiconTable } from "./lexicon.ts";
import { digestOf, listFolds } from "./list-folds.ts";
import { foldCount, readMaterial } from "./material.ts";
import { foldFile, places } from "./places.ts";
import { trainHead } from "./train-head.ts";

/**
 * Trains what the firewall has learned: `npm run train:firewall`. About four minutes on one core. With `--held-out` only the
 * models of the folds are written, and nothing that ships.
 */
const started = performance.now();
const table = readLexiconTable();
const lexicon = createLexicon(table);
const { examples, foldOf } = readMaterial();
// In a message only messages are attacks; in data everything is that would be one anywhere.
const forMessages = examples.filter((example) => example.channel === "message" || !isAttack(example));
const message = trainHead(messagePlan, forMessages, foldOf, foldCount, lexicon);
log("message head");
const data = trainHead(dataPlan, examples, foldOf, foldCount, lexicon);
log("data head");

const shipped = writeModel(table, [
  toHead(messagePlan, message.whole, message.curves),
  toHead(dataPlan, data.whole, data.curves),
]);
mkdirSync(places.folds, { recursive: true });
for (const [fold, forMessage] of message.folds.entries()) {
  const forData = data.folds[fold];
  if (forData === undefined) continue;
  const heads = [toHead(messagePlan, forMessage, message.curves), toHead(dataPlan, forData, data.curves)];
  writeFileSync(foldFile(fold), writeModel(table, heads));
}
listFolds(digestOf(shipped));
if (!process.argv.includes("--held-out")) {
  mkdirSync(dirname(places.model), { recursive: true });
  writeFileSync(places.model, shipped);
  writeFileSync(places.digest, digestModule(digestOf(shipped)));
}
log(`${examples.length} texts, ${shipped.length} bytes`);

function digestModule(sha256: string): string {
  return `/** Written by \`npm run train:firewall\`. The file lies under \`public/\`. */
export const shippedModel = {
  file: "${shippedModel.file}",
  sha256: "${sha256}",
} as const;
`;
}

function log(what: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s: ${what}`);
}
