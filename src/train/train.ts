import { createLexicon, writeModel } from "#pillars/firewall/learning";
import { isAttack, own } from "./example.ts";
import { dataPlan, messagePlan, toHead } from "./head.ts";
import { readLexiconTable } from "./lexicon.ts";
import { foldCount, readMaterial } from "./material.ts";
import { trainHead } from "./train-head.ts";

export interface Trained {
  /** Of everything that may be trained on. */
  readonly whole: Uint8Array;
  readonly folds: readonly FoldModel[];
}

export interface FoldModel {
  readonly bytes: Uint8Array;
  /** The families of public data that it has seen nothing of. */
  readonly lacks: readonly string[];
}

/** Trains all models; the same bytes for the same files. About four minutes on one core. */
export function train(): Trained {
  const table = readLexiconTable();
  const lexicon = createLexicon(table);
  const { examples, foldOf } = readMaterial();
  // In a message only messages are attacks; in data everything is that would be one anywhere.
  const forMessages = examples.filter((example) => example.channel === "message" || !isAttack(example));
  const started = performance.now();
  const message = trainHead(messagePlan, forMessages, foldOf, foldCount, lexicon);
  log("message head");
  const data = trainHead(dataPlan, examples, foldOf, foldCount, lexicon);
  log(`data head, ${examples.length} texts`);
  const whole = writeModel(table, [
    toHead(messagePlan, message.whole, message.curves),
    toHead(dataPlan, data.whole, data.curves),
  ]);
  const families = new Map(
    examples.filter(({ source }) => source !== own).map((example) => [example.family, foldOf(example)]),
  );
  const folds = message.folds.flatMap((forMessage, fold): FoldModel[] => {
    const forData = data.folds[fold];
    if (forData === undefined) return [];
    const heads = [toHead(messagePlan, forMessage, message.curves), toHead(dataPlan, forData, data.curves)];
    const lacks = [...families].flatMap(([family, of]) => (of === fold ? [family] : []));
    return [{ bytes: writeModel(table, heads), lacks: lacks.toSorted() }];
  });
  return { whole, folds };

  function log(what: string): void {
    console.log(`${((performance.now() - started) / 1000).toFixed(0)} s: ${what}`);
  }
}
