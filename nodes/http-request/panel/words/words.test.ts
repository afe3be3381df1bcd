import { describe, expect, it } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Every sentence with the path to it; functions are called with stand-ins. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(Reflect.apply(value, undefined, ["x"]))]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => sentences(entry, `${path}.${key}`));
}

describe("the words of the panel", () => {
  // The names of fields have a test of their own.
  const all = { en: sentences({ ...en, fields: {} }), de: sentences({ ...de, fields: {} }) };

  it("say the same things in both languages", () => {
    expect(all.de.map(([path]) => path)).toEqual(all.en.map(([path]) => path));
  });

  it("stay calm: no exclamation mark, no blame, no boast", () => {
    const loud = [...all.en, ...all.de].filter(([, text]) => /!|success|erfolgreich|oops|sorry|invalid/iu.test(text));
    expect(loud).toEqual([]);
  });
});
