import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { shippedModel } from "#pillars/firewall/learning";
import { digestOf, keepFolds } from "./keep-folds.ts";
import { places } from "./places.ts";
import { train } from "./train.ts";

/** Trains what the firewall has learned: `npm run train:firewall`. */
const trained = train();
mkdirSync(dirname(places.model), { recursive: true });
writeFileSync(places.model, trained.whole);
keepFolds(trained);
writeFileSync(places.digest, digestModule(digestOf(trained.whole)));
console.log(`${trained.whole.length} bytes`);

function digestModule(sha256: string): string {
  return `/** Written by \`npm run train:firewall\`. The file lies under \`public/\`. */
export const shippedModel = {
  file: "${shippedModel.file}",
  sha256: "${sha256}",
} as const;
`;
}
