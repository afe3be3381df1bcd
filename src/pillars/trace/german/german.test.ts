import { expect, test } from "vitest";
import { noteOnClock, notesOn } from "../verify/notes.ts";
import { namedCode } from "../verify/report.ts";
import { germanNote, germanSentences } from "./index.ts";

test("every note about a clock has its German, with the numbers in it", () => {
  const once = noteOnClock({ step: 12, ms: 90_400, times: 1 });
  const often = noteOnClock({ step: 12, ms: 90_400, times: 3 });
  expect([...once, ...often].map(({ message }) => germanNote(message))).toEqual([
    "Bei Schritt 12 ging die Uhr des Geräts, das aufzeichnete, um 90 s zurück. Die Reihenfolge der Schritte ist die der Uhr des Laufs.",
    "Bei Schritt 12 ging die Uhr des Geräts, das aufzeichnete, um 90 s zurück, und bei 2 späteren Schritten wieder. Die Reihenfolge der Schritte ist die der Uhr des Laufs.",
  ]);
});

test("a note of another form stays as it is", () => {
  expect(notesOn([], [])).toEqual([]);
  expect(germanNote("At step 3, a bell rang.")).toBe("At step 3, a bell rang.");
  expect(germanNote("At step 3, the decision is not signed by the person who made it.")).toMatch(/^Bei Schritt 3 /u);
  expect(germanNote("At step 3, Mara Okafor signed with another key than at step 1.")).toContain("Mara Okafor");
  expect(germanNote("At step 3, the key under the name Mara is not the one that you know.")).toContain("Mara");
});

test("the sentence is that of the fault that the report names", () => {
  expect(namedCode(["S01", "E14"])).toBe("E14");
  expect(namedCode(["S01", "S02"])).toBe("S01");
  expect(namedCode([])).toBeUndefined();
  expect(germanSentences.E14).toContain("verändert");
});
