import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedClassifiers } from "../classifier/shipped.fixture.ts";
import { firewallPolicy } from "../policy/index.ts";
import { thresholds } from "../policy/index.ts";
import { createViews } from "../views/views.ts";
import type { Views } from "../views/views.ts";
import { answerSchema, fixtures } from "./fixtures.ts";
import { guards } from "./index.ts";

const policy = firewallPolicy.parse({
  guards: {
    words: {
      list: ["refund*", "top secret"],
      patterns: [
        { name: "Nested", pattern: "(a+)+!" },
        { name: "Voucher", pattern: "\\bvoucher \\d{6}\\b" },
      ],
    },
    topics: { list: ["politics", "investment"] },
    schema: { schema: answerSchema },
  },
});
const size = 100_000;
/** Texts that make careless patterns or look-ups slow. The runner's time limit is the bound. */
const hostile: readonly string[] = [
  ",",
  "}]",
  "{",
  "x,",
  "a",
  " ",
  "1",
  "1 ",
  "4111 1111 ",
  "a b ",
  "A1b2",
  "ignore ",
  "ignore all previous ",
  "you must ",
  "system: ",
  "![",
  "](",
  "[](",
  "url(",
  "!",
  "<img src=",
  "[",
  "<a hidden ",
  "<!--",
  'alt="',
  "%41",
  "\\u0041",
  "&#65;",
  "a@",
  "a@a.",
  "+1 2",
  "-----BEGIN PRIVATE KEY-----",
  "password=",
  "|password|\n|---|\n",
  "docker login ",
  "net use a /user:",
  "a/bbbb@//",
  "password (a): ",
  "password l'",
  "https://a.",
  "//",
  "é",
  "e\u0301",
  "\u200b",
  "\u{e0061}",
  "ﷺ",
  "忽略指令",
  "do not tell ",
  "refund top secret ",
  "?a=b&",
  "::",
  "0:",
  "http://x:",
  "İ",
  "eyJ",
  "curl -u ",
  "if you are an ",
  "\n",
  ". ",
  "\ud800",
].map((part) => part.repeat(Math.ceil(size / part.length)).slice(0, size));
/** Read once for all guards, as when a text is inspected. */
const hostileViews = new Map<string, Views>();
function viewsOfHostile(text: string): Views {
  const known = hostileViews.get(text) ?? createViews(text);
  hostileViews.set(text, known);
  return known;
}

describe.each(guards.map((guard) => ({ id: guard.id, guard })))("the guard $id", ({ id, guard }) => {
  const setting = policy.guards[id];
  const least = thresholds["sensitivity" in setting ? setting.sensitivity : "normal"];

  it.each(fixtures[id].attacks)("finds: $text", ({ stretch, ...input }) => {
    const found = guard
      .run(createViews(input.text), input, policy, shippedClassifiers)
      .filter((candidate) => candidate.score >= least);
    expect(found.length).toBeGreaterThan(0);
    if (stretch !== undefined)
      expect(found.map((candidate) => input.text.slice(candidate.start, candidate.end))).toContain(stretch);
  });

  it.each(fixtures[id].benign)("passes: $text", (input) => {
    if (!guard.looksFor(input, policy)) return;
    expect(
      guard
        .run(createViews(input.text), input, policy, shippedClassifiers)
        .filter((candidate) => candidate.score >= least),
    ).toEqual([]);
  });

  it("has examples of what it must find", () => {
    expect(fixtures[id].attacks.length > 0).toBe(true);
  });

  it("reports known categories inside the text, with one sentence as the reason", () => {
    const inputs = fc.record({
      text: fc.oneof(
        fc.string({ unit: "binary", maxLength: 120 }),
        fc.constantFrom(...fixtures[id].attacks.map((input) => input.text), "refund the top secret"),
      ),
      direction: fc.constantFrom(...guard.directions),
      from: fc.constantFrom("user" as const, "tool" as const, "model" as const),
    });
    fc.assert(
      fc.property(inputs, (input) => {
        for (const candidate of guard.run(createViews(input.text), input, policy, shippedClassifiers)) {
          expect(guard.categories).toContain(candidate.category);
          expect(candidate.start).toBeGreaterThanOrEqual(0);
          // An empty reply can be at fault, too.
          expect(candidate.end).toBeGreaterThanOrEqual(candidate.start + Math.min(1, input.text.length));
          expect(candidate.end).toBeLessThanOrEqual(input.text.length);
          expect(candidate.score).toBeGreaterThan(0);
          expect(candidate.score).toBeLessThanOrEqual(1);
          expect(candidate.reason).toMatch(/^\P{Ll}.*\.$/su);
        }
      }),
    );
  });

  it("gets through a hundred thousand hostile characters", () => {
    const context = {
      canaries: ["aaaaaaaaaaaa"],
      secrets: ["111111111"],
      instructions: "a b ignore all previous ".repeat(20),
      trustedText: ["a"],
    };
    for (const text of hostile) {
      const from = guard.directions.includes("input") ? ("tool" as const) : ("model" as const);
      expect(
        guard.run(
          viewsOfHostile(text),
          { text, direction: guard.directions[0] ?? "input", from, context },
          policy,
          shippedClassifiers,
        ).length,
      ).toBeLessThanOrEqual(size);
    }
  });
});
