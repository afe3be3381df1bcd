import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createInspector, shippedModel } from "#pillars/firewall";
import type { Inspector } from "#pillars/firewall";
import { readModel } from "#pillars/firewall/learning";
import { gatehouse } from "./detector.ts";
import type { Detector, Settings } from "./detector.ts";
import { isLearned } from "./families.ts";
import { familyOf } from "./sources.ts";

/** The file in which training says of the models beside it which families each has seen nothing of. */
export const heldOutList = "held-out.json";
export const heldOutModels = z.strictObject({
  /** SHA-256 of the model that was trained in the same run on all families. */
  beside: z.string(),
  models: z.array(z.strictObject({ file: z.string(), lacks: z.array(z.string()) })),
});

const remedy = "npm run train:held-out makes them.";

/**
 * The firewall as it would be if each text were of a kind it has never met: every source is put to a model that was trained
 * without its family, one that is in no training to the shipped inspector. Rejects with a sentence where the models are not
 * those of the shipped one: their figures would be about something else.
 */
export async function openHeldOut(folder: string, shipped: Inspector, settings: Settings): Promise<Detector> {
  const { beside, models } = await readList(join(folder, heldOutList));
  if (beside !== shippedModel.sha256)
    throw new Error(`The held-out models in ${folder} are not those of the shipped one; ${remedy}`);
  const ofFamily = new Map<string, Detector>();
  for (const { file, lacks } of models) {
    const inspector = createInspector(readModel(await readFile(join(folder, file))));
    const detector = gatehouse(inspector, settings);
    for (const family of lacks) ofFamily.set(family, detector);
  }
  const whole = gatehouse(shipped, settings);
  const strangerTo = (source: string): Detector => {
    const found = ofFamily.get(familyOf(source));
    if (found === undefined && isLearned(source))
      throw new Error(`No model in ${folder} was trained without ${source}; ${remedy}`);
    return found ?? whole;
  };
  return {
    name: `${whole.name}-held-out`,
    variantOf: whole.name,
    tasks: ["orders"],
    hasLearned: () => false,
    answer: async (question) => strangerTo(question.source).answer(question),
  };
}

async function readList(file: string): Promise<z.infer<typeof heldOutModels>> {
  try {
    return heldOutModels.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (problem) {
    throw new Error(`There are no held-out models in ${file}; ${remedy}`, { cause: problem });
  }
}
