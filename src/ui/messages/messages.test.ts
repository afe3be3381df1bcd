import { describe, expect, it } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { chooseLanguage } from "./language.ts";

/** Every sentence of a catalogue with the path to it; functions are called with stand-ins. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, spoken(value)]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => sentences(entry, `${path}.${key}`));
}

/** Counts first; a sentence about names cannot take them and is given names. */
function spoken(sentence: Function): string {
  try {
    return String(Reflect.apply(sentence, undefined, [3, 2]));
  } catch {
    return String(Reflect.apply(sentence, undefined, ["Refund", "Reply"]));
  }
}

describe.each([
  ["English", sentences(en)],
  ["German", sentences(de)],
])("the words in %s", (_, all) => {
  it("are all there", () => {
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("stay calm: no exclamation mark, no blame, no boast", () => {
    expect(all.filter(([, text]) => /!|success|erfolgreich|oops|sorry|invalid/i.test(text))).toEqual([]);
  });
});

describe("the two languages", () => {
  it("say the same things", () => {
    // The kinds of step are called in English as they are defined; see kinds/kinds.test.ts.
    const same = (words: typeof en) => sentences({ ...words, kinds: {} }).map(([path]) => path);
    expect(same(de)).toEqual(same(en));
  });

  it("use the singular for one", () => {
    expect(en.library.steps(1)).toBe("1 step");
    expect(en.library.steps(2)).toBe("2 steps");
    expect(de.library.steps(1)).toBe("1 Schritt");
  });
});

describe("the choice of a language", () => {
  it.each([
    [["de-AT", "en"], "de"],
    [["fr", "de"], "de"],
    [["fr"], "en"],
    [[], "en"],
    [["EN-GB"], "en"],
  ])("for %j is %s", (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language);
  });
});
