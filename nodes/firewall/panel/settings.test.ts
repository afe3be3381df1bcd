import { firewallPolicy } from "#pillars/firewall";
import { expect, test } from "vitest";
import { z } from "zod";
import { checksOf, sentenceOf } from "./settings.ts";
import { panelWords } from "./words/index.ts";

const schema = z.toJSONSchema(firewallPolicy, { io: "input" });
const en = panelWords("en");

test("every guard of the policy is a row with its default, in the policy's order", () => {
  const checks = checksOf(schema, {}, en);
  const policy = firewallPolicy.parse({});
  expect(checks.map(({ id }) => id)).toEqual(Object.keys(policy.guards));
  expect(Object.fromEntries(checks.map(({ id, setting }) => [id, setting]))).toEqual(policy.guards);
  for (const check of checks) {
    expect(check.title).not.toBe("");
    expect(sentenceOf(check, en)).toMatch(/\.$/u);
  }
});

test("what is stored goes before the default", () => {
  const [injection] = checksOf(schema, { guards: { injection: { action: "ask" } } }, en);
  expect(injection?.setting).toEqual({ action: "ask", sensitivity: "normal", documents: "remove-sentence" });
});

test("a guard that the panel has never heard of shows what its schema says", () => {
  const newer = z.toJSONSchema(
    z.object({
      guards: z.object({
        weather: z
          .strictObject({ action: z.enum(["off", "block"]).default("block") })
          .meta({ title: "Weather", description: "Talk about the weather." }),
      }),
    }),
    { io: "input" },
  );
  const on = checksOf(newer, {}, en);
  expect(on.map((check) => [check.title, sentenceOf(check, en)])).toEqual([["Weather", "Talk about the weather."]]);
  const off = checksOf(newer, { guards: { weather: { action: "off" } } }, en);
  expect(off.map((check) => sentenceOf(check, en))).toEqual(["Off: Weather."]);
});

test("in German the settings have German names where there are any, and the schema's elsewhere", () => {
  const checks = checksOf(schema, {}, panelWords("de"));
  expect(checks[0]?.title).toBe("Untergeschobene Befehle");
  const documents = checks[0]?.schema.properties?.["documents"];
  expect(documents).toMatchObject({
    title: "In Dokumenten und Ergebnissen",
    labels: { withhold: "Den ganzen Text zurückhalten" },
  });
  expect(checks.every(({ title }) => title !== "")).toBe(true);
});

test("every stronger tier is a row like a check, off until it is turned on, with words in both languages", () => {
  const { tiers } = firewallPolicy.parse({});
  for (const language of ["en", "de"]) {
    const words = panelWords(language);
    const rows = checksOf(schema, {}, words, "tiers");
    expect(rows.map(({ id }) => id)).toEqual(Object.keys(tiers));
    for (const row of rows)
      for (const action of ["off", "warn", "ask", "block"] as const)
        expect(sentenceOf({ ...row, setting: { ...row.setting, action } }, words)).toBe(
          words.check.says[row.id]?.[action],
        );
  }
  const stored = { tiers: { judge: { action: "ask", model: "mine/large" } } };
  const judge = checksOf(schema, stored, en, "tiers").find(({ id }) => id === "judge");
  expect(judge?.setting).toMatchObject({ action: "ask", model: "mine/large", where: "input", from: 0.2, to: 0.5 });
});
