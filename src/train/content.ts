import { join } from "node:path";
import { topics, type Topic } from "#pillars/firewall/learning";
import { orders, readCorpus, type Heading } from "./corpus.ts";
import { readSource } from "./datasets.ts";
import { isAttack, isOffensive, words, type Example } from "./example.ts";
import { assignFolds } from "./folds.ts";
import { foldCount, neverHeldOut, type Material } from "./material.ts";
import { seededRandom } from "./random.ts";
import { readWords } from "./words.ts";

const seed = 11;
const spellings = 2;

/** The project's own lines of insults and of harmless texts in the same words: `[offensive]`, `[clean]`. */
export const offence: Heading = (heading) =>
  heading === "offensive" || heading === "clean"
    ? { label: heading === "clean" ? "benign" : heading, channel: "message" }
    : undefined;

/** The project's own lines about a topic, `[politics]` and so on, and about none of them, `[none]`. */
export const subjects: Heading = (heading) =>
  heading === "none" || topics.some((topic) => topic === heading)
    ? { label: heading === "none" ? "benign" : heading, channel: "message" }
    : undefined;

const everyday = ["abcd_support", "banking77", "clinc150", "business_kb"] as const;

/** What a data set's categories are about. Others of its texts are about several topics at once, or none. */
const topicOfCategory: Readonly<Record<string, Topic | undefined>> = {
  "Adult Content": "adult",
  "Fraud/Deception": "crime",
  "Malware Viruses": "crime",
  "Physical Harm": "violence",
  "Political Campaigning": "politics",
  "Tailored Financial Advice": "investment",
};

/** Topics whose texts are often about each other too: no text of one speaks against the other. */
const overlapping: readonly (readonly [Topic, Topic])[] = [
  ["drugs", "crime"],
  ["drugs", "medical"],
  ["violence", "crime"],
  ["violence", "self-harm"],
  ["self-harm", "medical"],
  ["legal", "crime"],
  ["politics", "religion"],
];

/** What the head for offensive content learns from and is measured on. */
export function offensiveMaterial(): Material {
  const lines = readCorpus(folder("offensive"), offence, spellings, seededRandom(seed));
  const others = harmless();
  const plain = [...lines.filter(({ label }) => label === "benign"), ...others];
  const examples = [
    ...["davidson_hate", "apeach_ko"].flatMap((name) => source(name, 6000)),
    ...source("xstest").filter(({ label }) => label === "benign"),
    ...everyday.flatMap((name) => source(name, 1500)),
    ...lines,
    ...others,
    ...readWords(folder("offensive-words"), offence, plain, seededRandom(seed)),
  ];
  return materialOf(examples, isOffensive);
}

/** What the heads for topics learn from and are measured on. */
export function topicMaterial(): Material {
  const lines = readCorpus(folder("topics"), subjects, spellings, seededRandom(seed));
  const others = harmless();
  const plain = [...lines.filter(({ label }) => label === "benign"), ...others];
  const examples = [
    ...source("catqa").flatMap((example) => {
      const topic = topicOfCategory[example.category ?? ""];
      return topic === undefined ? [] : [{ ...example, label: topic }];
    }),
    ...source("xstest").filter(({ label }) => label === "benign"),
    ...everyday.flatMap((name) => source(name, 1500)),
    ...lines,
    ...others,
    ...readWords(folder("topic-words"), subjects, plain, seededRandom(seed)),
  ];
  return materialOf(examples, ({ label }) => label !== "benign");
}

/** Telling words are learned from in every fold: whoever lists a word has not seen the lines that are held out. */
function materialOf(examples: readonly Example[], isPositive: (example: Example) => boolean): Material {
  const foldOf = assignFolds(examples, foldCount, isPositive, seed);
  return { examples, foldOf: (example) => (example.source === words ? neverHeldOut : foldOf(example)) };
}

/** Whether a text says something about a topic's head: as an example of it, or of what it is not. */
export function speaksTo(topic: Topic, { label, source: name }: Example): boolean {
  if (label === topic || label === "benign") return true;
  if (name === "catqa") return false;
  return !overlapping.some((pair) => pair.some((each) => each === topic) && pair.some((each) => each === label));
}

/** Lines of the other corpora that say nothing bad. */
function harmless(): readonly Example[] {
  return readCorpus(folder("corpus"), orders, 1, seededRandom(seed)).filter((example) => !isAttack(example));
}

function source(name: string, most?: number): readonly Example[] {
  const data = process.env["GATEHOUSE_DATA"];
  if (data === undefined) throw new Error("Set GATEHOUSE_DATA to the folder with the labelled texts.");
  return readSource(join(data, "firewall"), name, seed, most);
}

function folder(name: string): string {
  return join(import.meta.dirname, name);
}
