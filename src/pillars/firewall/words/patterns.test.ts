import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { readExpression } from "./find-matches.ts";
import { readPattern } from "./read-pattern.ts";

function found(pattern: string, text: string): string[] {
  const spans = readExpression(pattern)?.find(text) ?? [];
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe("what is wrong with a pattern", () => {
  it.each([
    "AB-\\d{4}",
    "(?i)secret|geheim",
    "(?-i)[A-Z]{2}[0-9]+",
    "[[:alpha:]_][^]a-z\\d-]*x",
    "\\bcasino\\b",
    "\\p{Greek}+|\\pL\\p{^Lu}",
    "(?P<year>\\d{4})-(?<month>\\d\\d)",
    "a{,3}b{c}",
    "\\x41\\x{1F600}😀+",
    "^Order .*?shipped$",
    "[\\]\\-\\n\\x30-\\x39]",
  ])("nothing: %s", (pattern) => {
    expect(readPattern(pattern).problem).toBeUndefined();
    expect(readExpression(pattern)).toBeDefined();
  });

  it.each([
    ["(a", "Character 1 opens a group that is never closed"],
    ["a)b", "Character 2 closes a group that was never opened"],
    ["x[a-", "Character 2 opens a choice of characters that is never closed"],
    ["[z-a]", "Character 3 stands between two characters that are no range"],
    ["*a", "Character 1 repeats something, but nothing stands before it"],
    ["a**", "Character 3 repeats what is repeated already"],
    ["a{3,2}", "Character 2 asks for more repeats at least than at most"],
    ["(?:a{100}){100}", "Character 11 asks for more than 1000 repeats in all"],
    ["a{1001}", "Character 2 asks for more than 1000 repeats in all"],
    ["(?=a)b", "looks ahead or behind, which cannot be done in linear time"],
    ["(?<!a)b", "looks ahead or behind, which cannot be done in linear time"],
    ["(a)\\1", "Character 4 refers back to what was found"],
    ["a\\", "Character 2 is a lone \\ at the end"],
    ["\\y", "uses \\y, which is not known"],
    ["\\p{Klingon}", "names a kind of letter that is not known"],
    ["[[:foo:]]", "names a kind of characters that is not known"],
    ["(?>a)", "opens a kind of group that is not known"],
    ["a*", "also fits where there is nothing"],
    ["(?:x*y)?", "also fits where there is nothing"],
    ["(?i)?a", "repeats something, but nothing stands before it"],
    ["\\b", "also fits where there is nothing"],
    ["a|", "also fits where there is nothing"],
    ["", "also fits where there is nothing"],
    [`${"(".repeat(60)}a${")".repeat(60)}`, "opens more than 50 groups in one another"],
  ])("%s", (pattern, problem) => {
    expect(readPattern(pattern).problem).toContain(problem);
    expect(readPattern(pattern).problem).toMatch(/\.$/u);
  });

  it("is never overlooked: what is taken can be read by the engine", () => {
    const piece = fc.constantFrom(
      ..."ab1-^$.|*+?{}()[]\\,:<=!piQEdwxDZ ".split(""),
      "(?:",
      "(?i",
      "\\d",
      "{2,3}",
      "[^",
      "[:alpha:]",
      "\\p{L}",
      "\\x4",
    );
    const pattern = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(pattern, (each) => {
        fc.pre(readPattern(each).problem === undefined);
        expect(() => RE2JS.compile(each)).not.toThrow();
        expect(readExpression(each)).toBeDefined();
      }),
      { numRuns: 1_000, maxSkipsPerRun: 1_000 },
    );
  });
});

it.each([
  ["AB-\\d{4}", 14],
  ["^a?(?:bc|d){2,3}$", 14],
  ["a+", Infinity],
  ["(?:a{2,})?b", Infinity],
  ["\\b(?:\\b)*x", 2],
])("the longest place of %s has %d units at most", (pattern, longest) => {
  expect(readPattern(pattern)).toEqual({ longest });
});

describe("a pattern", () => {
  it.each([
    ["ab-\\d+", "Take AB-12, ab-7 and xAB-1", ["AB-12", "ab-7", "AB-1"]],
    ["(?-i)ab", "AB ab", ["ab"]],
    ["\\bcat\\b", "cat concat cat", ["cat", "cat"]],
    ["ü+", "a😀üü b ü", ["üü", "ü"]],
    ["BEGIN.*END", "xBEGIN 1 END 2 ENDx", ["BEGIN 1 END 2 END"]],
  ])("%s in %s", (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it("finds every place of a text that has many", () => {
    const text = "AB-1234 ".repeat(3_000);
    expect(found("\\bAB-\\d{4}\\b", text)).toHaveLength(3_000);
    expect(found("^AB", text)).toHaveLength(1);
    expect(found(`z{900}`, `${"-".repeat(5_000)}${"z".repeat(900)}-`.repeat(40))).toHaveLength(40);
  });

  // A backtracking engine does not end on these within a lifetime; a test that ends has shown what it is to show.
  it.each([
    ["(a+)+$", `${"a".repeat(100_000)}!`, 0],
    ["(a|a)*b", "a".repeat(100_000), 0],
    ["(.*)(.*)(.*)x", "y".repeat(100_000), 0],
    ["(x+x+)+y", "x".repeat(100_000), 0],
    ["([a-z]+)*\\d", "a".repeat(100_000), 0],
    ["x*y|x", "x".repeat(20_000), 20_000],
  ])("%s on a text made for it", (pattern, text, places) => {
    expect(readExpression(pattern)?.find(text)).toHaveLength(places);
  });
});
