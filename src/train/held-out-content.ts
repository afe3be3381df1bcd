import { firewallPolicy, inspect, thresholds } from "#pillars/firewall";
import { offensiveHead, topicHead, topics, type TextModel } from "#pillars/firewall/learning";
import { offensiveMaterial, speaksTo, topicMaterial } from "./content.ts";
import { isOffensive, words, type Example } from "./example.ts";

/** How many texts of one kind there are, and how many a head finds at each sensitivity. */
export interface ContentRow {
  readonly head: string;
  readonly source: string;
  readonly lang: string;
  /** Whether the texts are about what the head looks for. */
  readonly isAbout: boolean;
  n: number;
  low: number;
  normal: number;
  high: number;
}

const levels = ["low", "normal", "high"] as const;
const policy = firewallPolicy.parse({
  guards: { offensive: { sensitivity: "high" }, topics: { sensitivity: "high", list: [...topics] } },
});

/** Inspects every text with a model that has learned nothing of its family. */
export function measureContent(folds: readonly TextModel[]): readonly ContentRow[] {
  const rows = new Map<string, ContentRow>();
  const count = (head: string, { source, lang }: Example, isAbout: boolean, score: number): void => {
    const key = [head, source, lang, isAbout].join("\t");
    const row = rows.get(key) ?? { head, source, lang, isAbout, n: 0, low: 0, normal: 0, high: 0 };
    rows.set(key, row);
    row.n += 1;
    for (const level of levels) if (score >= thresholds[level]) row[level] += 1;
  };
  const offensive = offensiveMaterial();
  for (const example of offensive.examples.filter(isMeasured)) {
    const score = scoresOf(example, "offensive", folds[offensive.foldOf(example)]).get("offensive") ?? 0;
    count(offensiveHead, example, isOffensive(example), score);
  }
  const about = topicMaterial();
  for (const example of about.examples.filter(isMeasured)) {
    const scores = scoresOf(example, "topics", folds[about.foldOf(example)]);
    for (const topic of topics.filter((each) => speaksTo(each, example)))
      count(topicHead(topic), example, example.label === topic, scores.get(topic) ?? 0);
    if (example.label === "benign") count("any topic", example, false, Math.max(0, ...scores.values()));
  }
  return [...rows.values()];
}

function isMeasured({ source }: Example): boolean {
  return source !== words;
}

/** The highest score of each category. */
function scoresOf({ text }: Example, guard: "offensive" | "topics", model: TextModel | undefined) {
  const scores = new Map<string, number>();
  const { findings } = inspect({ text, direction: "output", from: "model", only: [guard] }, policy, model);
  for (const { category, score } of findings) scores.set(category, Math.max(score, scores.get(category) ?? 0));
  return scores;
}
