import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import type { z } from "zod";
import type { heldOutModels } from "#bench/firewall";
import { foldFile, places } from "./places.ts";
import type { Trained } from "./train.ts";

/** Keeps the models of the folds for measuring, and what each of them lacks. */
export function keepFolds({ whole, folds }: Trained): void {
  mkdirSync(places.folds, { recursive: true });
  for (const [fold, { bytes }] of folds.entries()) writeFileSync(foldFile(fold), bytes);
  const list: z.infer<typeof heldOutModels> = {
    beside: digestOf(whole),
    models: folds.map(({ lacks }, fold) => ({ file: basename(foldFile(fold)), lacks: [...lacks] })),
  };
  writeFileSync(places.heldOut, `${JSON.stringify(list, undefined, 1)}\n`);
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
