import { expect, test } from "vitest";
import { querySettings } from "../index.ts";
import { readsOf, rowStops, shownQuery } from "./shown.ts";
import { queryWords } from "./words.ts";

test("a file that leaves settings out, or has some that cannot be taken, shows the step's own", () => {
  const usual = querySettings.parse({});
  expect(shownQuery({})).toEqual(usual);
  expect(shownQuery({ rows: 5, seconds: "soon", megabytes: 0, tables: [{ name: "" }] })).toEqual({ ...usual, rows: 5 });
});

test("every stop of the slider is a setting that the step takes, and the usual setting is one", () => {
  for (const rows of rowStops) expect(querySettings.safeParse({ rows }).success).toBe(true);
  expect(rowStops).toContain(querySettings.parse({}).rows);
});

test("what a query may read is one sentence, in both languages", () => {
  const settings = querySettings.parse({
    tables: [
      { input: "first", name: "invoices" },
      { input: "second", name: "people", columns: ["id", "name"] },
    ],
    own: [{ name: "bands" }],
  });
  const [english, german] = ["en", "de"].map((language) => queryWords(language).reads(readsOf(settings), settings));
  expect(english).toBe(
    "This query may read all of invoices and bands, and of people only id and name; it changes nothing, and stops after 1 s, 64 MB and 1,000 rows.",
  );
  expect(german?.replaceAll("\u00A0", " ")).toBe(
    "Diese Abfrage darf invoices und bands ganz und von people nur id und name lesen; sie ändert nichts und endet nach 1 s, bei 64 MB und bei 1.000 Zeilen.",
  );
});
