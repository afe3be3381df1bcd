import fc from "fast-check";
import { expect, it } from "vitest";
import { WordHint } from "./word-hint.ts";

const word = fc.string({ unit: fc.constantFrom(...Array.from("abcdeorstz")), minLength: 1, maxLength: 20 });

function mayBeKnown(hint: WordHint, letters: string): boolean {
  hint.open();
  for (const letter of letters) hint.put(letter.charCodeAt(0));
  return hint.mayBeKnown();
}

it("denies no word of its set, nor one whose inner letters stand in another order", () => {
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (exact, scrambled) => {
      const hint = new WordHint(exact, scrambled);
      const turned = scrambled.map(
        (each) =>
          each.charAt(0) + [...each.slice(1, -1)].toReversed().join("") + (each.length > 1 ? each.slice(-1) : ""),
      );
      for (const each of [...exact, ...scrambled, ...turned]) expect(mayBeKnown(hint, each)).toBe(true);
    }),
  );
});

it("denies nearly every other word", () => {
  const hint = new WordHint(["reveal"], ["ignore"]);
  expect(["revael", "ignorance", "ignoer", "prompt", "ingore"].map((each) => mayBeKnown(hint, each))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});
