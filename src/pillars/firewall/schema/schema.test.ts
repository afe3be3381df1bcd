import { Validator } from "@cfworker/json-schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "#engine";
import { firewallPolicy, inspect } from "../index.ts";
import { readSchema } from "./json-schema.ts";
import { longestFor, patternProblem } from "./pattern.ts";
import { faultsOf } from "./validate.ts";

function reasons(schema: unknown, text: string): string[] {
  const policy = firewallPolicy.parse({ guards: { schema: { schema: JSON.stringify(schema) } } });
  return inspect({ text, direction: "output", from: "model" }, policy).findings.map((finding) => finding.reason);
}

const order = {
  type: "object",
  properties: { items: { type: "array", items: { properties: { price: { type: "number" } } } } },
  required: ["total"],
};

describe("what is wrong with a reply is said in words", () => {
  it.each([
    ["Here you are", order, ["The reply is not JSON: it begins with “Here you are”."]],
    ['{"total": 1', order, ["The reply breaks off in the middle of its JSON."]],
    ['{"total":\n 1,\n "x" 2}', order, ["The reply is not JSON: in line 3 it cannot go on with “2}”."]],
    ["[]", order, ["The reply should be an object, but is a list."]],
    ["{}", order, ["The reply lacks the field “total”."]],
    [
      '{"total":1,"items":[{"price":1},{"price":"2"}]}',
      order,
      ["At “items[1].price” the reply should be a number, but is a text."],
    ],
    ['{"a":5}', { properties: { a: { maximum: 4 } } }, ["At “a” the reply should be at most 4, but is 5."]],
    ['"c"', { enum: ["a", "b"] }, ['The reply should be one of "a", "b".']],
  ])("%s", (text, schema, expected) => {
    expect(reasons(schema, text)).toEqual(expected);
  });
});

describe("a schema that is entered", () => {
  it.each([
    ["{", "The schema is not JSON."],
    ['{"typ":"object"}', "The schema uses typ, which is not known here."],
    ['{"properties":{"a":{"minimun":1}}}', "The schema at properties.a uses minimun, which is not known here."],
    ['{"$ref":"https://evil.example/s.json"}', 'A $ref may only name "#" or a schema under "#/$defs/".'],
    ['{"items":{"$ref":"#/$defs/line"}}', "The schema refers to #/$defs/line, which it does not define."],
    [
      '{"pattern":"(a+)+$"}',
      'The pattern "(a+)+$" repeats a group that repeats or chooses, which could take too long.',
    ],
    ["[".repeat(40) + "]".repeat(40), "The schema is too deep."],
  ])("is refused: %s", (schema, problem) => {
    const parsed = firewallPolicy.safeParse({ guards: { schema: { schema } } });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([problem]);
  });

  it("is used as it is", () => {
    const schema = '{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object"}';
    expect(readSchema(schema)).toMatchObject({ ok: true, schema: { type: "object" } });
  });
});

describe("patterns", () => {
  it.each([
    "^[A-Z]{2}\\d{4,6}$",
    "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
    "^(?:red|green)$",
    "\\p{Lu}[a-z]*",
    "^\\w+(?:-x)?$",
  ])("%s is taken", (source) => {
    expect(patternProblem(source)).toBeUndefined();
    expect(longestFor(source)).toBeGreaterThan(100);
  });

  it.each(["(a*)*b", "(a|a)*b", "a*a*a*a*b", "(?=a)b", "(a)\\1", "(?:a{2,9}){2,9}", "(", "(?:(?:a+)b)+"])(
    "%s is refused",
    (source) => {
      expect(patternProblem(source)).toBeDefined();
    },
  );

  it("are never tried on a text on which they would not end", () => {
    const schema = { pattern: "^a*a*a*b$" };
    expect(reasons(schema, JSON.stringify("a".repeat(100_000)))).toEqual([
      "The reply is too long to be checked against its pattern.",
    ]);
  });
});

describe("a check always ends", () => {
  const bomb = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [
      `d${at}`,
      at === 29 ? { type: "string" } : { allOf: [{ $ref: `#/$defs/d${at + 1}` }, { $ref: `#/$defs/d${at + 1}` }] },
    ]),
  );
  it.each([
    ["references that multiply", { $ref: "#/$defs/d0", $defs: bomb }, '"x"'],
    ["a reference to itself", { $ref: "#" }, "1"],
    [
      "lists compared pair by pair",
      { uniqueItems: true },
      JSON.stringify(Array.from({ length: 9000 }, (_, at) => [at])),
    ],
  ])("%s", (_name, schema, text) => {
    expect(reasons(schema, text)).toEqual(["The reply takes too long to check."]);
  });

  it("on a reply that is all brackets", () => {
    expect(reasons(order, "[".repeat(100_000))).toEqual(["The reply breaks off in the middle of its JSON."]);
    expect(reasons(order, `${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toEqual([
      "The JSON of the reply is too deep.",
    ]);
  });
});

/** Schemas and values of few kinds, so that they often fit each other. */
const scalar: fc.Arbitrary<JsonValue> = fc.constantFrom(0, 1, 2, 2.5, 7, "", "a", "ab", "b1", true, false, null);
const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "ab"), tie("value"), { maxKeys: 3 }),
  ),
}));
const name = fc.constantFrom("a", "b", "ab");
const { schema } = fc.letrec<{ schema: unknown }>((tie) => {
  const inner = tie("schema");
  const several = fc.array(inner, { minLength: 1, maxLength: 3 });
  const keywords = {
    type: fc.constantFrom("object", "array", "string", "number", "integer", "boolean", "null", ["string", "null"]),
    enum: fc.array(scalar, { minLength: 1, maxLength: 3 }),
    const: scalar,
    minimum: fc.constantFrom(0, 1, 2.5),
    exclusiveMaximum: fc.constantFrom(1, 2.5, 7),
    multipleOf: fc.constantFrom(1, 0.5),
    minLength: fc.nat(2),
    maxLength: fc.nat(2),
    pattern: fc.constantFrom("^a", "\\d", "b$"),
    minItems: fc.nat(2),
    maxItems: fc.nat(2),
    uniqueItems: fc.boolean(),
    items: inner,
    prefixItems: several,
    contains: inner,
    required: fc.uniqueArray(name),
    properties: fc.dictionary(name, inner, { maxKeys: 2 }),
    patternProperties: fc.dictionary(fc.constantFrom("^a", "b$"), inner, { maxKeys: 2 }),
    additionalProperties: inner,
    propertyNames: inner,
    minProperties: fc.nat(2),
    maxProperties: fc.nat(2),
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name), { maxKeys: 1 }),
    dependentSchemas: fc.dictionary(name, inner, { maxKeys: 1 }),
    allOf: several,
    anyOf: several,
    oneOf: several,
    not: inner,
    if: inner,
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword's name
    then: inner,
    else: inner,
  };
  return {
    schema: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.boolean(),
      fc
        .record(keywords, { requiredKeys: [] })
        .chain((all) => fc.subarray(Object.entries(all), { maxLength: 3 }))
        .map((entries) => Object.fromEntries(entries)),
    ),
  };
});

describe("the keywords", () => {
  it("mean what another validator takes them to mean", () => {
    fc.assert(
      fc.property(schema, value, (written, instance) => {
        const read = readSchema(JSON.stringify(written));
        if (!read.ok) throw new Error(read.problem);
        const other = new Validator(JSON.parse(JSON.stringify(written)), "2020-12");
        expect(faultsOf(read.schema, instance).length === 0).toBe(other.validate(instance).valid);
      }),
      { numRuns: 1000 },
    );
  });
});
