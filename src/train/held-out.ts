import { readFileSync } from "node:fs";
import { inspect, firewallPolicy, thresholds } from "#pillars/firewall";
import { readModel, type TextModel } from "#pillars/firewall/learning";
import { isAttack, type Example } from "./example.ts";
import { foldCount } from "./material.ts";
import { foldFile } from "./places.ts";

/** How many texts of one kind there are, and how many are stopped (asked about or blocked) at each sensitivity. */
export interface HeldOutRow {
  readonly source: string;
  readonly family: string;
  readonly lang: string;
  readonly kind: "attack" | "benign";
  readonly channel: "message" | "data";
  n: number;
  low: number;
  normal: number;
  high: number;
  /** By the rules alone, at normal sensitivity. */
  rules: number;
}

const policy = firewallPolicy.parse({ guards: { injection: { sensitivity: "high" } } });
const rulesOnly = firewallPolicy.parse({});

/** Inspects every text with a model that has learned nothing of its family. */
export function measureHeldOut(
  examples: readonly Example[],
  foldOf: (example: Example) => number,
  folds: readonly TextModel[],
): readonly HeldOutRow[] {
  const rows = new Map<string, HeldOutRow>();
  for (const example of examples) {
    const { source, family, lang, channel, text, label } = example;
    if (!isAttack(example) && label !== "benign") continue;
    const kind = isAttack(example) ? "attack" : "benign";
    const key = [source, lang, kind, channel].join(" ");
    const row = rows.get(key) ?? { source, family, lang, kind, channel, n: 0, low: 0, normal: 0, high: 0, rules: 0 };
    rows.set(key, row);
    const input = {
      text,
      direction: "input",
      from: channel === "data" ? "tool" : "user",
      only: ["injection"],
    } as const;
    const score = Math.max(0, ...inspect(input, policy, folds[foldOf(example)]).findings.map((found) => found.score));
    row.n += 1;
    for (const sensitivity of ["low", "normal", "high"] as const)
      if (score >= thresholds[sensitivity]) row[sensitivity] += 1;
    if (inspect(input, rulesOnly).verdict === "block") row.rules += 1;
  }
  return [...rows.values()];
}

/** The models of the folds, as the last training left them. */
export function readFolds(): readonly TextModel[] {
  return Array.from({ length: foldCount }, (_, fold) => readModel(readFileSync(foldFile(fold))));
}
