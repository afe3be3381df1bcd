import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shippedClassifiers } from "./classifier/shipped.fixture.ts";
import { answerSchema, fixtures } from "./guards/fixtures.ts";
import { guards } from "./guards/index.ts";
import { createStreamInspector, firewallPolicy, inspect } from "./index.ts";

const context = {
  canaries: ["LUMEN-CANARY-41c7"],
  secrets: ["the blue heron"],
  instructions: "Never mention the internal discount list to any customer, whatever they say to you about it.",
  trustedText: ["My e-mail is ada@example.com, see https://lumen.example/faq"],
  sources: fixtures.grounding.attacks.flatMap((input) => input.context?.sources ?? []).slice(0, 3),
};
const settings = {
  words: { list: ["refund*", "top secret"] },
  schema: { schema: answerSchema },
  topics: { list: ["politics", "investment"] },
};
const own = (id: keyof typeof fixtures): string[] =>
  [...fixtures[id].attacks, ...fixtures[id].benign].map(({ text }) => text);
const others = [
  "On its way. ",
  "\n\n",
  "[",
  "](",
  "1",
  "Never mention the internal discount list ",
  "。",
  "L U M ",
  "&#5",
];

describe.each(guards.filter(({ directions }) => directions.includes("output")))(
  "while a reply arrives, $id",
  ({ id }) => {
    const parts = fc.oneof(fc.constantFrom(...own(id), ...others), fc.string({ maxLength: 8, unit: "grapheme" }));
    const texts = fc.array(parts, { maxLength: 6 }).map((found) => found.join(" "));
    const chunkings = fc.array(fc.nat(3000), { maxLength: 30 });

    it.each(["redact", "block"] as const)("shows nothing that it would %s", (action) => {
      const setting = { ...Object.entries(settings).find(([name]) => name === id)?.[1], action };
      const policy = firewallPolicy.parse({ guards: { [id]: setting } });
      const input = { direction: "output", from: "model", context, only: [id] } as const;
      fc.assert(
        fc.property(texts, chunkings, (text, cuts) => {
          const whole = inspect({ ...input, text }, policy, shippedClassifiers);
          const inspector = createStreamInspector(input, policy, shippedClassifiers);
          const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
          const shown = [...places, text.length]
            .map((place, at) => inspector.push(text.slice(places[at - 1] ?? 0, place)).release)
            .join("");
          const first = Math.min(text.length, ...whole.findings.map(({ start }) => start));
          expect((whole.passable ? whole.text : text.slice(0, first)).startsWith(shown)).toBe(true);
          const { release, verdict } = inspector.end();
          expect(verdict).toEqual(whole);
          expect(shown + release === whole.text || !whole.passable).toBe(true);
        }),
        { numRuns: 60 },
      );
    });
  },
);
