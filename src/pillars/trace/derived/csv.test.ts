import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromUtf8 } from "../bytes.ts";
import type { TracedEvent } from "../event.ts";
import { refundTurn } from "../run.fixture.ts";
import { stepsCsv } from "./csv.ts";
import { eventsOf } from "./derived.fixture.ts";

/** RFC 4180, where every cell is quoted. */
function rowsOf(csv: string): string[][] {
  expect(csv.endsWith("\r\n")).toBe(true);
  const rows: string[][] = [[]];
  let rest = csv;
  while (rest !== "") {
    const cell = /^"((?:[^"]|"")*)"(,|\r\n)/u.exec(rest);
    expect(cell).not.toBeNull();
    const [whole = rest, text = "", end = ""] = cell ?? [];
    rows.at(-1)?.push(text.replaceAll('""', '"'));
    rest = rest.slice(whole.length);
    if (end === "\r\n" && rest !== "") rows.push([]);
  }
  return rows;
}

function step(more: Partial<TracedEvent>): TracedEvent {
  return {
    kind: "tool.call",
    key: "k",
    actor: { type: "agent", ref: "a" },
    attrs: {},
    values: {},
    digests: {},
    seq: 0,
    time: 1_800_000_000_000,
    ...more,
  };
}

describe("the table of steps", () => {
  it("has a row a step and a column a thing", async () => {
    const events = await eventsOf(refundTurn());
    const [head = [], ...rows] = rowsOf(fromUtf8(stepsCsv(events)));
    expect(rows).toHaveLength(events.length);
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
    expect(column("number")).toEqual(events.map(({ seq }) => String(seq)));
    expect(column("kind")).toEqual(events.map(({ kind }) => kind));
    const call = events.findIndex(({ kind }) => kind === "tool.call");
    expect([column("tool")[call], column("node")[call], column("actor")[call]]).toEqual(["refund", "a", "a"]);
    expect(JSON.parse(column("values")[call] ?? "")).toEqual(events[call]?.values);
    expect(column("not_shown").join("")).toBe("");
  });

  it("names what it does not show, and nothing of it", () => {
    const [, row = []] = rowsOf(
      fromUtf8(stepsCsv([step({ digests: { arguments: "x", origins: "y" }, values: { origins: {} } })])),
    );
    expect(row.at(-1)).toBe("arguments");
  });

  it("comes back whole whatever the values are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.jsonValue(), (text, value) => {
        const content = JSON.parse(JSON.stringify({ text, value }).replaceAll("-0", "0"));
        const recordable = JSON.stringify(content);
        if (!recordable.isWellFormed() || /\d{16}/.test(recordable)) return;
        const [, row = []] = rowsOf(fromUtf8(stepsCsv([step({ values: { content } })])));
        expect(JSON.parse(row.at(-2) ?? "")).toEqual({ content });
      }),
    );
  });

  it("begins no formula, whatever separator a spreadsheet is set to", () => {
    const starts = ["=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\t=1", "\r=1"];
    const inside = fc.tuple(fc.constantFrom("", ";", ",", "\t", "\n", "\r\n", '"', "a"), fc.constantFrom(...starts));
    fc.assert(
      fc.property(fc.array(inside, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.flat().join("");
        const event = step({
          actor: { type: "agent", ref: text },
          attrs: { tool: text, model: text },
          values: { content: text },
        });
        const csv = fromUtf8(stepsCsv([event]));
        for (const row of rowsOf(csv))
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u);
        // Where the comma does not separate, a cell begins after each of the others, quotes or not.
        for (const cell of csv.split(/[;\t\r\n]/u)) expect(cell).not.toMatch(/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u);
      }),
    );
  });
});
