import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  argumentRoles,
  attachKinds,
  dataTypes,
  fits,
  isJsonObject,
  jsonObject,
  jsonToText,
  renderTemplate,
  toolEffects,
  type JsonObject,
  type JsonValue,
  type Need,
  type NodeDefinition,
  type ToolSpec,
} from "#engine";
import { nodes, registry } from "#nodes";

const here = import.meta.dirname;
const kitIcons = readFileSync(join(here, "../src/ui/kit/icons.ts"), "utf8");
const every: readonly NodeDefinition[] = nodes;

describe.each(every.map((node) => [node.type, node] as const))("%s", (type, node) => {
  test("has a folder of its name with a README and a test", () => {
    expect(
      readFileSync(join(here, type, "README.md"), "utf8")
        .trim()
        .split("\n").length,
    ).toBeGreaterThan(1);
    expect(existsSync(join(here, type, "node.test.ts"))).toBe(true);
  });

  test("starts with settings that its own schema takes and that JSON carries", () => {
    const starter = node.starterConfig([]);
    const parsed = node.configSchema.safeParse(starter);
    expect(parsed.error?.issues).toBeUndefined();
    expect(jsonObject.parse(parsed.data)).toEqual(JSON.parse(JSON.stringify(parsed.data)));
    expect(node.summarise(starter).trim()).not.toBe("");
    expect(node.summarise(starter)).not.toBe("Needs settings");
  });

  test("has presets with settings that its own schema takes", () => {
    for (const { id, title, description, config } of node.presets) {
      expect(id).toMatch(/^[a-z]+$/);
      expect([title, description]).not.toContain("");
      expect(node.configSchema.safeParse(config).success).toBe(true);
    }
  });

  test("has settings that a form can show: a JSON Schema with a title on every field", () => {
    const schema = jsonObject.parse(z.toJSONSchema(node.configSchema, { io: "input" }));
    expect(schema["type"]).toBe("object");
    expect(schema["additionalProperties"]).toBe(false);
    for (const [name, field] of Object.entries(propertiesOf(schema)))
      expect(isJsonObject(field) && typeof field["title"] === "string", name).toBe(true);
  });

  test("has ports and sockets of known kinds, with titles", () => {
    for (const each of [...Object.values(node.inputs), ...Object.values(node.outputs)]) {
      expect(dataTypes).toContain(each.type);
      expect(each.title).not.toBe("");
      expect(fits(each.type, each.type)).toBe(true);
    }
    for (const socket of Object.values(node.attach)) {
      expect(attachKinds).toContain(socket.kind);
      expect(socket.title).not.toBe("");
      expect(socket.max).toBeGreaterThanOrEqual(Math.max(1, socket.min));
    }
  });

  test("needs nothing when it does not run, and is no mere reader when it acts", () => {
    if (!node.runs) expect(node.needs).toEqual([]);
    const acting: readonly Need[] = ["tools", "people", "code"];
    if (node.needs.some((need) => acting.includes(need))) expect(node.effect).not.toBe("read");
    const tools = node.toolsFor(node.starterConfig([]));
    const strongest = Math.max(0, ...tools.map((tool) => toolEffects.indexOf(tool.effect)));
    if (node.provides === "tool") expect(node.effect).toBe(toolEffects[strongest]);
    if (node.needs.includes("llm"))
      expect(Object.values(node.attach).map((socket) => socket.kind)).toContain("firewall");
  });

  test("has an icon of the kit, a title and a description", () => {
    expect(kitIcons).toMatch(new RegExp(`^  "?${node.icon}"?: `, "mu"));
    expect(node.title).not.toBe("");
    expect(node.description).toMatch(/\.$/u);
  });
});

const tools = every.flatMap((node) => node.toolsFor(node.starterConfig([])));

describe.each(tools.map((tool) => [tool.name, tool] as const))("tool %s", (_name, tool) => {
  test("says in a sentence what a call does, with its arguments in it", () => {
    const examples = examplesOf(tool);
    const rendered = renderTemplate(tool.sentence, examples);
    expect(rendered.ok && rendered.text).toMatch(/^[A-Z]/u);
    for (const [argument, value] of Object.entries(examples))
      if (tool.sentence.includes(argument)) expect(rendered.ok && rendered.text).toContain(jsonToText(value));
  });

  test("takes exact arguments and gives each a role", () => {
    expect(tool.name).toMatch(/^[a-z][a-z0-9_]*$/u);
    expect(tool.inputSchema["additionalProperties"]).toBe(false);
    expect(Object.keys(tool.roles).sort()).toEqual(Object.keys(propertiesOf(tool.inputSchema)).sort());
    for (const role of Object.values(tool.roles)) expect(argumentRoles).toContain(role);
  });

  test("tells who fills its result, and what people say when they want it", () => {
    // What the house works out of other values has their origins and none of its own; what code gives may be anybody's.
    if (tool.computes === undefined && tool.runsCode === undefined)
      expect(Object.keys(tool.resultOrigins).length).toBeGreaterThan(0);
    expect(tool.resultSentence ?? "").not.toBe("");
    expect(tool.phrases?.length ?? 0).toBeGreaterThan(2);
  });
});

test("every folder is in the list", () => {
  const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((folder) => folder.name).sort()).toEqual([...registry.keys()].sort());
});

function propertiesOf(schema: JsonObject): JsonObject {
  const { properties } = schema;
  return isJsonObject(properties) ? properties : {};
}

function examplesOf(tool: ToolSpec): JsonObject {
  return Object.fromEntries(
    Object.entries(propertiesOf(tool.inputSchema)).map(([name, schema]) => [name, firstExample(schema)]),
  );
}

function firstExample(schema: JsonValue): JsonValue {
  const examples = isJsonObject(schema) ? schema["examples"] : undefined;
  return Array.isArray(examples) ? (examples[0] ?? "") : "";
}
