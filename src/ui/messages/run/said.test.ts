import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runErrorCodes } from "#engine";
import { daySentence } from "#pillars/autonomy/day";
import { decisionSentences, limitSentence, type LimitHit } from "#pillars/autonomy";
import { grantSentences } from "#pillars/privileges";
import { runWords } from "./index.ts";

const { said } = runWords("de");
const root = join(import.meta.dirname, "../../..");
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

test("English is shown as it was recorded", () => {
  const english = runWords("en").said;
  expect(english.refused("no-grant", "There is no permission for this call.")).toBeUndefined();
  expect(english.decision({ code: "behind", sentence: "Nothing was signed." })).toBeUndefined();
});

test("every refusal that the monitor writes out has its German", () => {
  const checks = readdirSync(join(root, "monitor/checks")).map((name) => read("monitor/checks", name));
  const refusals = checks.flatMap((text) => [...text.matchAll(/deny\(call, "([a-z-]+)", "([^"]+)"\)/gu)]);
  expect(refusals.length).toBeGreaterThan(6);
  const untold = refusals.filter(([, code = "", sentence = ""]) => said.refused(code, sentence) === undefined);
  expect(untold.map(([call]) => call)).toEqual([]);
});

test("so has every one of the rules and of the permissions", () => {
  const rules = read("pillars/privileges/decide.ts").matchAll(/(?:sentence: |\?\? |return |\|\| )"([A-Z][^"]+\.)"/gu);
  const sentences = [...rules]
    .map(([, sentence = ""]) => sentence)
    .filter((each) => !/may use|A person decides|A rule allows/u.test(each));
  expect(sentences.length).toBeGreaterThan(6);
  expect(sentences.filter((sentence) => said.refused("no-rule", sentence) === undefined)).toEqual([]);
  expect(
    Object.entries(grantSentences).filter(([code, sentence]) => said.refused(code, sentence) === undefined),
  ).toEqual([]);
});

test("values are taken over, and what is not known stays as it was recorded", () => {
  expect(said.refused("no-rule", "Only invoices, payments or costs may be used here.")).toBe(
    "Hier darf nur verwendet werden: invoices, payments oder costs.",
  );
  expect(said.refused("forbidden", "Refunds above 500 EUR are never made.")).toBeUndefined();
  expect(said.refused("constructor", "toString")).toBeUndefined();
});

test("every limit is told with its numbers", () => {
  const names = [
    "steps",
    "toolCalls",
    "toolCallsPerTool",
    "inputTokens",
    "outputTokens",
    "dollars",
    "seconds",
    "depth",
  ] as const;
  for (const limit of names) {
    const hit: LimitHit = { limit, max: 1_200, used: 1_201 };
    const sentence = limitSentence(hit, { scope: "perRun" }, "Refund");
    const told = said.limit({ limit, used: 1_201, max: 1_200 }, sentence);
    expect(told).toContain("1.200");
    expect(told).not.toContain("diese Nachricht");
  }
  const loop = limitSentence({ limit: "repeats", max: 2, used: 3 }, { scope: "perTurn" }, "Refund");
  expect(said.limit({ limit: "repeats", used: 3, max: 2 }, loop)).toBe(
    "Der Agent hat denselben Aufruf von „Refund“ 3-mal verlangt und wird daher als Schleife angehalten.",
  );
  const line = {
    limit: "dollarsPerDay",
    most: 2_500_000,
    elsewhere: 2_400_000,
    here: 0,
    held: 0,
    asked: 200_000,
    answer: 0,
  } as const;
  expect(said.limit({ limit: "dollarsPerDay", used: 3, max: 3, maxMicros: 2_500_000 }, daySentence(line))).toBe(
    "Alle Gespräche dieses Ablaufs zusammen dürfen am Tag 2,5 US-Dollar kosten, und was für heute übrig ist, reicht nicht. Weiter geht es ab 00:00 UTC.",
  );
});

test("how a run ended and why a decision does not count is told by code", () => {
  for (const sentence of Object.values(runErrorCodes)) expect(said.ended(sentence)).toBeDefined();
  for (const sentence of Object.values(decisionSentences)) expect(said.decision({ sentence })).toBeDefined();
  for (const code of ["unfit", "behind", "replaced"])
    expect(said.decision({ code, sentence: "Nothing was signed." })).toContain("nichts unterschrieben");
  expect(said.decision({ sentence: "Something else." })).toBeUndefined();
});

test("a rule is told from its parts, whatever parts it has, and so is why a person is asked", () => {
  const rules = [
    "When a customer speaks, Support agent may refund up to 100 EUR alone, once per chat. Above that, a support lead decides. Never above 500 EUR. The record must belong to the person who speaks. It must go back to where it came from.",
    "Report writer may read table alone. Only where table is invoices, payments or costs. One permission covers 6 calls within 300 s and ends with the answer.",
    "The agent may send e-mail after a person approves, at most twice per turn.",
    "The agent may never delete file where folder is shared or old.",
    "When who, what or how much comes from outside text, an accountant decides.",
  ];
  expect(rules.map((rule) => said.rule(rule))).toEqual([
    "Spricht die Rolle „customer“, darf Support agent „refund“ bis 100 EUR allein benutzen, einmal je Gespräch. Darüber entscheidet die Rolle „support lead“. Nie über 500 EUR. Der Datensatz muss der Person gehören, die spricht. Es muss dorthin zurückgehen, woher es kam.",
    "Report writer darf „read table“ allein benutzen. Nur wenn table invoices, payments oder costs ist. Eine Erlaubnis reicht für 6 Aufrufe binnen 300 s und endet mit der Antwort.",
    "Der Agent darf „send e-mail“ benutzen, wenn ein Mensch es freigibt, höchstens zweimal je Nachricht.",
    "Der Agent darf nie „delete file“ benutzen, wenn folder shared oder old ist.",
    "Kommt Wer, Was oder Wie viel aus Text von außen, entscheidet die Rolle „accountant“.",
  ]);
  expect(said.rule("Refund 40 EUR.")).toBeUndefined();
});

test("every gate, every doubt and every call beyond the request has its German", () => {
  const files = [
    "pillars/autonomy/approvals.ts",
    "pillars/autonomy/sinks.ts",
    "pillars/privileges/plan/beyond-plan.ts",
  ];
  const written = files.flatMap((file) => [
    ...read(file).matchAll(/(?:sentence: |sentence = |[?:] |return )(?:"([A-Z][^"]+\.)"|`([A-Z“][^`]+\.)`)/gu),
  ]);
  const sentences = written.map(([, plain, built]) =>
    (plain ?? built ?? "")
      .replaceAll(/\$\{described\([^)]*\)\}/gu, "the link https://a.example")
      .replaceAll("${times(planned.uses)}", "2 times")
      .replaceAll(/\$\{[^}]+\}/gu, "Refund"),
  );
  expect(sentences.length).toBeGreaterThan(18);
  const decisions: readonly string[] = Object.values(decisionSentences);
  const untold = sentences.filter((sentence) => !decisions.includes(sentence) && said.rule(sentence) === undefined);
  expect(untold).toEqual([]);
});
