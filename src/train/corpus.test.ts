import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { topics } from "#pillars/firewall/learning";
import { offence, subjects } from "./content.ts";
import { orders, readCorpus, spell } from "./corpus.ts";
import { readTranslations, sensesFile } from "./lexicon.ts";
import { seededRandom } from "./random.ts";

describe("a line of the corpus", () => {
  const ways = (line: string) => new Set(spell(line, 50, seededRandom(1)));

  it("is spelled with each of its alternatives, nested ones too", () => {
    expect(ways("{say|print {it|this}} now")).toEqual(new Set(["say now", "print it now", "print this now"]));
  });

  it("keeps braces that offer no choice, and bars outside of braces", () => {
    expect(ways('<|x|> {"a": {b|c}}\\nend {')).toEqual(new Set(['<|x|> {"a": b}\nend {', '<|x|> {"a": c}\nend {']));
  });
});

describe("the corpus", () => {
  const examples = readCorpus(join(import.meta.dirname, "corpus"), orders, 1, seededRandom(1));

  it("has attacks and harmless texts of both channels in every language", () => {
    const kinds = new Map<string, Set<string>>();
    for (const { lang, label, channel } of examples)
      kinds.set(lang, (kinds.get(lang) ?? new Set()).add(`${label} ${channel}`));
    expect(kinds.size).toBeGreaterThanOrEqual(20);
    for (const each of kinds.values()) expect(each.size).toBe(4);
  });

  it("says nothing both ways", () => {
    const attacks = new Set(examples.filter(({ label }) => label === "injection").map(({ text }) => text));
    expect(examples.filter(({ label, text }) => label === "benign" && attacks.has(text))).toEqual([]);
  });
});

describe("the corpora of content", () => {
  const read = (folder: string, heading: typeof orders) =>
    Map.groupBy(readCorpus(join(import.meta.dirname, folder), heading, 1, seededRandom(1)), ({ lang }) => lang);

  it("have insults and harmless texts in every language", () => {
    const byLang = read("offensive", offence);
    expect(byLang.size).toBeGreaterThanOrEqual(12);
    for (const examples of byLang.values())
      expect(new Set(examples.map(({ label }) => label))).toEqual(new Set(["offensive", "benign"]));
  });

  it("have every topic, and texts about none, in every language", () => {
    const byLang = read("topics", subjects);
    expect(byLang.size).toBeGreaterThanOrEqual(8);
    for (const examples of byLang.values())
      expect(new Set(examples.map(({ label }) => label))).toEqual(new Set([...topics, "benign"]));
  });
});

describe("the translations", () => {
  it("are single words of words that have a sense", () => {
    const english = new Set(readFileSync(join(import.meta.dirname, sensesFile), "utf8").split(/\s+/u));
    const all = readTranslations();
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter(({ of }) => !english.has(of))).toEqual([]);
    expect(all.filter(({ words }) => words.length === 0)).toEqual([]);
  });
});
