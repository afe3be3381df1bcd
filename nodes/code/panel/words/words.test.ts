import { expect, test } from "vitest";
import { snippets } from "../snippets/index.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Every sentence with the path to it; functions are called with stand-ins. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const limits = { timeMs: 1_500, memoryBytes: 2 ** 26 };
    const given = path.endsWith(".touches") ? [["x"], [], limits] : path.endsWith(".unruled") ? [["x"]] : [2];
    return [[path, String(Reflect.apply(value, undefined, given))]];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => sentences(entry, `${path}.${key}`));
}

const all = { en: sentences(en), de: sentences(de) };

test("both languages say the same things, and calmly", () => {
  expect(all.de.map(([path]) => path)).toEqual(all.en.map(([path]) => path));
  const loud = [...all.en, ...all.de].filter(([, text]) => /!|success|erfolgreich|oops|sorry|invalid/iu.test(text));
  expect(loud).toEqual([]);
});

test("every snippet has a title", () => {
  for (const { id } of snippets) expect(en.snippets.titles).toHaveProperty(id);
});

test("what code may touch is one sentence", () => {
  const limits = { timeMs: 1_500, memoryBytes: 64 * 2 ** 20 };
  expect(en.touches(["Look up order", "Refund"], [], limits)).toBe(
    "This code may use Look up order and Refund and nothing else; it stops after 1.5 s and 64 MB.",
  );
  expect(de.touches(["Bestellung nachsehen", "Erstatten"], [], limits)).toBe(
    "Dieser Code darf Bestellung nachsehen und Erstatten verwenden und sonst nichts; er endet nach 1,5\u00A0s und bei 64\u00A0MB.",
  );
  expect(de.touches(["A"], ["B"], limits)).toContain(
    "darf A verwenden, B erst, wenn ein Mensch zustimmt, und sonst nichts;",
  );
  expect(de.touches([], [], limits)).toContain("erreicht nichts außerhalb von sich");
});
