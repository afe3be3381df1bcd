import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";
import { heldOutModels } from "#bench/firewall";
import { shippedModel } from "#pillars/firewall/learning";
import { own } from "./example.ts";
import { foldCount, readMaterial } from "./material.ts";
import { foldFile, places } from "./places.ts";

/** Writes beside the models of the folds which families their heads for attacks lack, and of which model (by its digest) they are. */
export function listFolds(beside: string): void {
  const { examples, foldOf } = readMaterial();
  const foldOfFamily = new Map(
    examples.filter(({ source }) => source !== own).map((example) => [example.family, foldOf(example)]),
  );
  const models = Array.from({ length: foldCount }, (_, fold) => ({
    file: basename(foldFile(fold)),
    lacks: [...foldOfFamily].flatMap(([family, of]) => (of === fold ? [family] : [])).toSorted(),
  }));
  const list: z.infer<typeof heldOutModels> = { beside, models };
  writeFileSync(places.heldOut, `${JSON.stringify(list, undefined, 1)}\n`);
}

/** Whether the models of the folds are those of the shipped one. */
export function areFoldsCurrent(): boolean {
  if (!existsSync(places.heldOut)) return false;
  return heldOutModels.parse(JSON.parse(readFileSync(places.heldOut, "utf8"))).beside === shippedModel.sha256;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
