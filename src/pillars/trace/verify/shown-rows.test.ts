import { expect, test } from "vitest";
import { packLines } from "../bundle/lines.ts";
import { sourceOf } from "../bundle/source.ts";
import { sealValue } from "../disclosure.ts";
import { createShownRows } from "./shown-rows.ts";

const salt = new Uint8Array(16);
const row = (seq: number, field: string) => JSON.stringify({ d: sealValue(salt, field, "x".repeat(300)).text, seq });
const rowsOf = (...lines: string[]) => createShownRows(sourceOf(packLines(lines)), 1000);

test("the disclosures of one step are held together, so there is an end to them", async () => {
  const rows = rowsOf(row(1, "a"), row(1, "b"), row(2, "a"), row(2, "b"), row(2, "c"), row(3, "a"));
  expect((await rows.upTo(1)).map(({ field }) => field)).toEqual(["a", "b"]);
  expect(rows.fault()).toBeUndefined();
  expect((await rows.upTo(3)).map(({ field }) => field)).toEqual(["a", "b"]);
  expect(rows.fault()).toMatchObject({ code: "E40", step: 2 });
});
