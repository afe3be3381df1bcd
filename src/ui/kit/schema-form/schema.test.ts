import { describe, expect, it } from "vitest";
import { z } from "zod";
import { emptyValue, errorAt, fieldsOf, kindOf, optionsOf, titleOf } from "./schema.ts";
import type { FormSchema } from "./schema.ts";

const config = z.strictObject({
  name: z.string(),
  instructions: z.string().meta({ widget: "textarea" }),
  temperature: z.number().default(0.3),
  maxSteps: z.int().min(1),
  strict: z.boolean(),
  mode: z.enum(["observe", "enforce"]).meta({ labels: { observe: "Observe" } }),
  verdict: z.union([z.literal("allow"), z.literal("deny")]),
  hosts: z.array(z.string()),
  headers: z.array(z.strictObject({ name: z.string(), note: z.string().optional() })),
  limits: z.strictObject({ seconds: z.number() }),
  raw: z.unknown(),
  secret: z.string().meta({ widget: "hidden" }),
});
const schema: FormSchema = z.toJSONSchema(config, { io: "input", unrepresentable: "any" });
const fields = new Map(fieldsOf(schema).map((field) => [field.name, field]));

function field(name: string): FormSchema {
  return fields.get(name)?.schema ?? {};
}

describe("a form made from a schema", () => {
  it.each([
    ["name", "text"],
    ["instructions", "textarea"],
    ["temperature", "number"],
    ["maxSteps", "integer"],
    ["strict", "boolean"],
    ["mode", "enum"],
    ["verdict", "enum"],
    ["hosts", "strings"],
    ["headers", "objects"],
    ["limits", "object"],
    ["raw", "unknown"],
  ])("edits %s as %s", (name, kind) => {
    expect(kindOf(field(name))).toBe(kind);
  });

  it("leaves out what a form should not show", () => {
    expect(fields.has("secret")).toBe(false);
    expect(fields.size).toBe(11);
  });

  it("names the choices, with their labels where they have one", () => {
    expect(optionsOf(field("mode"))).toEqual([
      { value: "observe", label: "Observe" },
      { value: "enforce", label: "enforce" },
    ]);
    expect(optionsOf(field("verdict")).map(({ value }) => value)).toEqual(["allow", "deny"]);
  });

  it("starts a new item with what is required", () => {
    expect(
      emptyValue(
        field("headers").items === undefined
          ? {}
          : { type: "object", properties: { name: { type: "string" }, note: { type: "string" } }, required: ["name"] },
      ),
    ).toEqual({ name: "" });
    expect(emptyValue(field("temperature"))).toBe(0.3);
    expect(emptyValue(field("maxSteps"))).toBe(1);
  });

  it("turns a name without a title into words", () => {
    expect(titleOf("maxSteps", {})).toBe("Max steps");
    expect(titleOf("maxSteps", { title: "Most steps" })).toBe("Most steps");
  });

  it("finds the sentence about exactly one place", () => {
    const errors = [
      { path: ["headers", 0, "name"], message: "Give it a name." },
      { path: ["headers"], message: "One header at least." },
    ];
    expect(errorAt(errors, ["headers"])).toBe("One header at least.");
    expect(errorAt(errors, ["headers", 0, "name"])).toBe("Give it a name.");
    expect(errorAt(errors, ["headers", 1, "name"])).toBeUndefined();
  });
});
