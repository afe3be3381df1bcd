import { readFileSync, writeFileSync } from "node:fs";
import { modelCard } from "./card.ts";
import { measureContent } from "./held-out-content.ts";
import { measureHeldOut, readFolds } from "./held-out.ts";
import { learnedFigures } from "./learned-figures.ts";
import { readMaterial } from "./material.ts";
import { places } from "./places.ts";

/**
 * Writes the model card and the panel's figures: what the model does on texts of families that it has not seen, each measured
 * with a model trained without that family: `npm run measure:model`. Some minutes on one core after a training.
 */
const { examples, foldOf } = readMaterial();
const folds = readFolds();
const orders = measureHeldOut(examples, foldOf, folds);
const content = measureContent(folds);
const card = modelCard(readFileSync(places.model), orders, content);
write(places.card, card);
write(places.figures, learnedFigures(orders, content));
console.log(card.heldOut.means);

function write(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 1)}\n`);
}
