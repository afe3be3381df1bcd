import { parentPort, workerData } from "node:worker_threads";
import { createLexicon, topics, type Head } from "#pillars/firewall/learning";
import { offensiveMaterial, speaksTo, topicMaterial } from "./content.ts";
import { isAttack } from "./example.ts";
import { dataPlan, messagePlan, offensivePlan, toHead, topicPlan, type HeadPlan } from "./head.ts";
import { readLexiconTable } from "./lexicon.ts";
import { foldCount, readMaterial, type Material } from "./material.ts";
import { readExample, type Reading } from "./reading.ts";
import { trainHead } from "./train-head.ts";

/** One head as it ships, and as it is without each fold. */
export interface Trained {
  readonly whole: Head;
  readonly folds: readonly Head[];
}
export const parts = ["orders", "content"] as const;

/** A worker that trains its part of the heads and posts them, so that a second core is of use. */
const lexicon = createLexicon(readLexiconTable());
if (workerData === "orders") parentPort?.postMessage(trainOrders());
if (workerData === "content") parentPort?.postMessage(trainContent());

function trainOrders(): Trained[] {
  const { examples, foldOf } = readMaterial();
  // In a message only messages are attacks; in data everything is that would be one anywhere.
  const forMessages = examples.filter((example) => example.channel === "message" || !isAttack(example));
  return [train(messagePlan, { examples: forMessages, foldOf }), train(dataPlan, { examples, foldOf })];
}

function trainContent(): Trained[] {
  const { examples, foldOf } = topicMaterial();
  // All topics read a text alike.
  const readings = examples.map((example) => readExample(example, lexicon, topicPlan(topics[0])));
  const ofTopics = topics.map((topic) =>
    trainOn(
      topicPlan(topic),
      readings.filter(({ example }) => speaksTo(topic, example)),
      foldOf,
    ),
  );
  return [train(offensivePlan, offensiveMaterial()), ...ofTopics];
}

function train(plan: HeadPlan, { examples, foldOf }: Material): Trained {
  const readings = examples.map((example) => readExample(example, lexicon, plan));
  return trainOn(plan, readings, foldOf);
}

function trainOn(plan: HeadPlan, readings: readonly Reading[], foldOf: Material["foldOf"]): Trained {
  const { whole, folds, curves } = trainHead(plan, readings, foldOf, foldCount);
  console.log(`${plan.name}: ${readings.length} texts`);
  return { whole: toHead(plan, whole, curves), folds: folds.map((fit) => toHead(plan, fit, curves)) };
}
