import { readFileSync } from "node:fs";
import { heldOutModels } from "#bench/firewall";
import { shippedModel } from "#pillars/firewall/learning";
import { digestOf, keepFolds } from "./keep-folds.ts";
import { places } from "./places.ts";
import { train } from "./train.ts";

/**
 * Makes the models of the folds unless they are there, and changes nothing that ships: `npm run train:held-out`. Fails where
 * the same training does not give the shipped model, since the folds would then tell of another one.
 */
if (areKept()) console.log("The held-out models are there.");
else {
  const trained = train();
  keepFolds(trained);
  if (digestOf(trained.whole) !== shippedModel.sha256) {
    console.error("The shipped model is not what is trained today; npm run train:firewall trains it anew.");
    process.exitCode = 1;
  }
}

function areKept(): boolean {
  try {
    return heldOutModels.parse(JSON.parse(readFileSync(places.heldOut, "utf8"))).beside === shippedModel.sha256;
  } catch {
    return false;
  }
}
