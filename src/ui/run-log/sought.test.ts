import { describe, expect, test } from "vitest";
import { marksIn, marksInJson, withMarks } from "./sought.ts";

function marked(text: string, value: string | number): string[] {
  return marksIn(text, value).map(({ start, end }) => text.slice(start, end));
}

describe("where a value stands in a text", () => {
  test("words stand there whatever their case, whole before part of a word", () => {
    expect(marked("Order a1007, and A10071.", "A1007")).toEqual(["a1007"]);
    expect(marked("see A10071", "A1007")).toEqual(["A1007"]);
    expect(marked("nothing of it", "A1007")).toEqual([]);
    expect(marked("an empty value is nowhere", " ")).toEqual([]);
  });

  test("a number stands there however it is written, and never inside another", () => {
    expect(marked("It was 1,250.00 EUR, now 1250. Not 12500 and not 125.", 1250)).toEqual(["1,250.00", "1250"]);
    expect(marked("120,00 EUR", 120)).toEqual(["120,00"]);
  });

  test("letters that change their length with their case move no mark", () => {
    expect(marked("İİİ order A1007", "A1007")).toEqual(["A1007"]);
  });

  test("what is often there is marked some times, and the text stays whole", () => {
    const text = "a1 ".repeat(5_000);
    const marks = marksIn(text, "a1");
    expect(marks).toHaveLength(20);
    const parts = withMarks(text, marks).map((part) =>
      typeof part === "string" ? part : "sought" in part ? part.sought : "",
    );
    expect(parts.join("")).toBe(text);
  });
});

describe("where a field of a record is written", () => {
  const record = { note: 'pay 480 "now"', lines: [{ sku: "480" }, { sku: "B2", total: 480 }] };
  const text = JSON.stringify(record, undefined, 2);
  const at = (value: string | number, path: string) =>
    marksInJson(text, record, { value, path, label: "" }).map(({ start, end }) => [text.slice(start, end), start]);

  test("is only where the trace says, though the same stands elsewhere", () => {
    expect(at(480, "lines.1.total")).toEqual([["480", text.lastIndexOf("480")]]);
    expect(at("480", "lines.0.sku")).toEqual([["480", text.indexOf("480", 30)]]);
    expect(at('"now"', "note")).toEqual([['\\"now\\"', text.indexOf('\\"now')]]);
  });

  test("is the whole field where the value is written in another way, and the whole record where there is no such field", () => {
    expect(at("four hundred and eighty", "lines.1.total")).toEqual([["480", text.lastIndexOf("480")]]);
    expect(at("B2", "lines.7.sku")).toEqual([["B2", text.indexOf("B2")]]);
  });
});
