import { expect, test } from "vitest";
import { transform } from "sucrase";
import type { JsonObject } from "#engine";
import { declarationsOf } from "./declarations.ts";
import { sampleSchema } from "./sample-schema.ts";
import { schemaType } from "./schema-type.ts";

const tool = (inputSchema: JsonObject, name = "look_up", description = "Looks up.") => ({
  name,
  title: "Look up",
  description,
  inputSchema,
});

/** What is left when types are taken away: a declaration that broke out of its place would remain as code. */
const remains = (text: string) =>
  transform(text, { transforms: ["typescript"] })
    .code.replaceAll(/\/\*[\s\S]*?\*\//gu, "")
    .trim();

test("a tool's arguments become a type, with what is required and what is described", () => {
  const schema = {
    type: "object",
    properties: {
      orderId: { type: "string", description: "The number on the invoice." },
      state: { enum: ["open", "paid"] },
      lines: {
        type: "array",
        items: { type: "object", properties: { pieces: { type: "integer" } }, required: ["pieces"] },
      },
    },
    required: ["orderId"],
    additionalProperties: false,
  };
  expect(schemaType(schema)).toBe(
    '{ /** The number on the invoice. */ "orderId": string; "state"?: "open" | "paid"; "lines"?: Array<{ "pieces": number }> }',
  );
});

test.each<[string, JsonObject, string]>([
  ["either of two", { anyOf: [{ type: "string" }, { type: "null" }] }, "string | null"],
  ["several types", { type: ["number", "boolean"] }, "number | boolean"],
  ["a constant", { const: 'a"b' }, '"a\\"b"'],
  ["all of two", { allOf: [{ type: "string" }, {}] }, "(string) & (unknown)"],
  ["a reference", { $ref: "#/$defs/a", $defs: { a: { type: "string" } } }, "string"],
  ["a reference to elsewhere", { $ref: "https://example.com/a" }, "unknown"],
  ["any object", { type: "object" }, "Record<string, unknown>"],
  ["a choice of none", { enum: [] }, "never"],
  ["a type that is no type", { type: "constructor" }, "unknown"],
])("%s", (_name, schema, expected) => expect(schemaType(schema)).toBe(expected));

test("a schema that holds itself, or grows without end, has an end", () => {
  const itself = {
    $ref: "#/$defs/tree",
    $defs: {
      tree: { type: "object", properties: { left: { $ref: "#/$defs/tree" }, right: { $ref: "#/$defs/tree" } } },
    },
  };
  expect(schemaType(itself).length).toBeLessThan(10_000);
  expect(schemaType({ $ref: "#" })).toBe("unknown");
  let deep: JsonObject = { type: "string" };
  for (let level = 0; level < 2_000; level += 1) deep = { type: "array", items: deep };
  expect(schemaType(deep)).toContain("unknown");
  const wide = {
    type: "object",
    properties: Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`p${at}`, { type: "string" }])),
  };
  expect(schemaType(wide).length).toBeLessThan(3_000);
});

test("hostile names and descriptions stay inside their strings and comments", () => {
  const hostile = [
    tool({}, 'a"; }; alert(1); //'),
    tool({}, "b", "*/ alert(1) /*"),
    tool({ type: "object", properties: { 'x"; alert(1)': { type: "string", description: "*/alert(1)\n/*" } } }, "c"),
    tool({}, "d\u2028alert(1)", "**/ alert(1)"),
    tool({ type: "object", properties: { ["__proto__"]: { type: "string" } } }, "e"),
  ];
  const text = declarationsOf(hostile, { '"]: alert(1), ["': 1 });
  expect(remains(text)).toBe("");
  expect(remains(`${text} alert(1)`)).toBe("alert(1)");
});

test("a sample tells its type: fields that not every row has may be missing", () => {
  const rows = [{ id: 1, note: "x" }, { id: 2, note: null }, { id: 3 }];
  expect(schemaType(sampleSchema(rows))).toBe('Array<{ "id": number; "note"?: string | null }>');
  expect(schemaType(sampleSchema([1, "a", [true]]))).toBe("Array<number | string | Array<boolean>>");
  expect(schemaType(sampleSchema({}))).toBe("{}");
  expect(schemaType(sampleSchema([]))).toBe("Array<unknown>");
});

test("what came in and what a tool answered have their types; what is not known is open", () => {
  const text = declarationsOf([{ ...tool({ type: "object" }), answer: { total: 5 } }], { rows: [] });
  expect(text).toContain('declare const input: { "rows": Array<unknown> };');
  expect(text).toContain('"look_up": { argument: Record<string, unknown>; answer: { "total": number } };');
  expect(declarationsOf([], undefined)).toContain("declare const input: any;");
});
