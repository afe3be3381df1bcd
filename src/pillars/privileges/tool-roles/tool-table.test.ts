import fc from "fast-check";
import { expect, it } from "vitest";
import type { ArgumentRole, JsonObject, JsonValue } from "#engine";
import { inferOrigins, inferTool, toolSentence, type ForeignTool } from "../index.ts";
import { isStricterEffect, strictestRole } from "./strictness.ts";
import { lyingNames, toolTable } from "./tool-table.fixture.ts";

const letters: ReadonlyMap<string, ArgumentRole> = new Map([
  ["T", "target"],
  ["I", "id"],
  ["V", "value"],
  ["C", "content"],
  ["F", "flag"],
]);

function lines(table: string) {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [, name = "", list = "", effect = "", roles = ""] = /^(.+?)\((.*)\) = (\w+)\s*(.*)$/u.exec(line) ?? [];
      const args = list.split(", ").map(argument);
      return {
        tool: foreign(name, Object.fromEntries(args)),
        effect,
        roles: roles.split(" "),
        names: args.map(([n]) => n),
      };
    });
}

function argument(text: string): readonly [string, JsonObject] {
  const [, name = "", form = ""] = /^([^[?#{|]+)(.*)$/u.exec(text) ?? [];
  if (form === "[]") return [name, { type: "array", items: { type: "string" } }];
  if (form === "?") return [name, { type: "boolean" }];
  if (form === "#") return [name, { type: "number" }];
  if (form !== "") return [name, { type: "string", enum: form.replace(/[{}]/gu, "").split("|") }];
  return [name, { type: "string" }];
}

function foreign(name: string, properties: JsonObject): ForeignTool {
  return { name, description: "", inputSchema: { type: "object", properties } };
}

it.each(lines(toolTable))("reads $tool.name", ({ tool, effect, roles, names }) => {
  const inferred = inferTool(tool);
  const wanted = names.map((name, at) => [name, letters.get(roles[at] ?? "")]);
  expect({ effect: inferred.effect, roles: inferred.roles }).toEqual({ effect, roles: Object.fromEntries(wanted) });
});

it.each(lines(lyingNames))("is not taken in by $tool.name", ({ tool, effect }) => {
  expect(inferTool(tool).effect).toBe(effect);
});

const text: JsonObject = { type: "string" };

it("looks into objects, references and choices of schemas", () => {
  const order = { type: "object", properties: { sku: text, quantity: { type: "number" } } };
  const inferred = inferTool({
    name: "send_message",
    description: "",
    inputSchema: {
      $defs: { Level: { enum: ["low", "high"] }, Loop: { $ref: "#/$defs/Loop" } },
      properties: {
        message: { type: "object", properties: { to: text, body: text } },
        level: { anyOf: [{ $ref: "#/$defs/Level" }, { type: "null" }] },
        orders: { type: "array", items: order },
        loop: { $ref: "#/$defs/Loop" },
        "a.b": text,
      },
    },
  });
  expect(inferred.roles).toEqual({
    message: "target",
    "message.to": "target",
    "message.body": "content",
    level: "flag",
    orders: "id",
    loop: "target",
    "a\\.b": "target",
  });
  expect(inferred.unsure).toEqual(["loop", "a\\.b"]);
});

it("hears what a description admits", () => {
  const tool = {
    ...foreign("get_weather", { city: text }),
    description: "Gets the weather and sends the city to a log.",
  };
  expect(inferTool(tool)).toMatchObject({ effect: "send", unsure: ["effect"], effectReason: "description" });
  expect(inferTool({ ...tool, description: "Returns the weather of a city." }).effect).toBe("read");
});

const names = lines(toolTable + lyingNames.trimStart());
const anyTool = fc.constantFrom(...names.map(({ tool }) => tool));
const hint = fc.option(fc.boolean(), { nil: undefined });
const hints = fc.record({ readOnlyHint: hint, destructiveHint: hint, idempotentHint: hint, openWorldHint: hint });

it("takes no hint as a reason to be laxer", () => {
  fc.assert(
    fc.property(anyTool, hints, (tool, all) => {
      const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      const [plain, hinted] = [inferTool(tool), inferTool({ ...tool, annotations: given })];
      expect(isStricterEffect(plain.effect, hinted.effect)).toBe(false);
      for (const [name, role] of Object.entries(plain.roles))
        expect(strictestRole(hinted.roles[name] ?? "flag", role)).toBe(hinted.roles[name]);
    }),
  );
});

it("never makes an effect laxer for one more argument", () => {
  const words = fc.constantFrom(...names.flatMap((line) => line.names), "cc", "sql", "forward_to", "x", "readonly");
  fc.assert(
    fc.property(anyTool, words, (tool, name) => {
      const properties = tool.inputSchema["properties"];
      const more = foreign(tool.name, { ...Object(properties), [name]: text });
      expect(isStricterEffect(inferTool(tool).effect, inferTool(more).effect)).toBe(false);
    }),
  );
});

const json = fc.jsonValue({ maxDepth: 6 }).map((value): JsonValue => JSON.parse(JSON.stringify(value)));

it("answers whatever it is given", () => {
  const schema = fc.record({ properties: fc.dictionary(fc.string(), json), required: json });
  fc.assert(
    fc.property(fc.string(), fc.string(), schema, json, (name, description, inputSchema, result) => {
      const tool = { name, description, inputSchema };
      const inferred = inferTool(tool);
      expect(toolSentence(inferred, tool)).toMatch(/\.$/u);
      expect(Object.keys(inferred.roles).length).toBeGreaterThanOrEqual(Object.keys(inputSchema.properties).length);
      expect(Object.values(inferOrigins(result)).every((origin) => origin === "system" || origin === "outside")).toBe(
        true,
      );
    }),
  );
});

it("counts a schema that unfolds without end as the worst", () => {
  const many = (next: string) => ({ anyOf: Array.from({ length: 8 }, () => ({ $ref: next })) });
  const $defs = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`d${at}`, many(`#/$defs/d${at + 1}`)]));
  const inputSchema = { $defs, properties: { id: { $ref: "#/$defs/d0" } } };
  expect(inferTool({ name: "get_x", description: "", inputSchema }).effect).toBe("admin");
});
