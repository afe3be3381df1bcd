import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus, spell } from "./corpus.ts";
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
  const examples = readCorpus(join(import.meta.dirname, "corpus"), 1, seededRandom(1));

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
