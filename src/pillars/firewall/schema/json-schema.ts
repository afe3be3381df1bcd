import { jsonValue, valueProblem } from "#engine";
import { z } from "zod";
import { patternProblem } from "./pattern.ts";

const typeNames = ["object", "array", "string", "number", "integer", "boolean", "null"] as const;
export type TypeName = (typeof typeNames)[number];
export const formatNames = ["date", "date-time", "time", "email", "uri", "uuid", "ipv4"] as const;
export type FormatName = (typeof formatNames)[number];

const count = z.int().min(0).exactOptional();
const bound = z.number().exactOptional();
const strings = z.array(z.string()).max(500).exactOptional();
const pattern = z
  .string()
  .max(300)
  .superRefine((source, check) => {
    const problem = patternProblem(source);
    if (problem !== undefined) check.addIssue({ code: "custom", message: problem });
  });

/**
 * The part of JSON Schema 2020-12 that a reply is held against. What is not here is refused where the schema is entered, for a
 * keyword that nobody looks at would promise what it does not keep.
 */
const schemaObject = z.strictObject({
  $schema: z.string().exactOptional(),
  $comment: z.string().exactOptional(),
  title: z.string().exactOptional(),
  description: z.string().exactOptional(),
  default: jsonValue.exactOptional(),
  examples: z.array(jsonValue).exactOptional(),
  deprecated: z.boolean().exactOptional(),
  readOnly: z.boolean().exactOptional(),
  writeOnly: z.boolean().exactOptional(),

  type: z.union([z.enum(typeNames), z.array(z.enum(typeNames)).min(1)]).exactOptional(),
  enum: z.array(jsonValue).min(1).max(500).exactOptional(),
  const: jsonValue.exactOptional(),

  minimum: bound,
  maximum: bound,
  exclusiveMinimum: bound,
  exclusiveMaximum: bound,
  multipleOf: z.number().positive().exactOptional(),
  minLength: count,
  maxLength: count,
  pattern: pattern.exactOptional(),
  format: z.enum(formatNames).exactOptional(),

  minItems: count,
  maxItems: count,
  uniqueItems: z.boolean().exactOptional(),
  minContains: count,
  maxContains: count,
  minProperties: count,
  maxProperties: count,
  required: strings,
  dependentRequired: z.record(z.string(), z.array(z.string()).max(500)).exactOptional(),

  get items() {
    return schemaNode.exactOptional();
  },
  get prefixItems() {
    return z.array(schemaNode).max(200).exactOptional();
  },
  get contains() {
    return schemaNode.exactOptional();
  },
  get properties() {
    return z.record(z.string(), schemaNode).exactOptional();
  },
  get patternProperties() {
    return z.record(pattern, schemaNode).exactOptional();
  },
  get additionalProperties() {
    return schemaNode.exactOptional();
  },
  get propertyNames() {
    return schemaNode.exactOptional();
  },
  get dependentSchemas() {
    return z.record(z.string(), schemaNode).exactOptional();
  },
  get allOf() {
    return z.array(schemaNode).min(1).max(200).exactOptional();
  },
  get anyOf() {
    return z.array(schemaNode).min(1).max(200).exactOptional();
  },
  get oneOf() {
    return z.array(schemaNode).min(1).max(200).exactOptional();
  },
  get not() {
    return schemaNode.exactOptional();
  },
  get if() {
    return schemaNode.exactOptional();
  },
  // oxlint-disable-next-line unicorn/no-thenable -- the keyword's name
  get then() {
    return schemaNode.exactOptional();
  },
  get else() {
    return schemaNode.exactOptional();
  },
  $ref: z
    .string()
    .regex(/^#(?:\/(?:\$defs|definitions)\/[^/]{1,200})?$/u, {
      error: 'A $ref may only name "#" or a schema under "#/$defs/".',
    })
    .exactOptional(),
  get $defs() {
    return z.record(z.string(), schemaNode).exactOptional();
  },
  get definitions() {
    return z.record(z.string(), schemaNode).exactOptional();
  },
});
const schemaNode = z.union([z.boolean(), schemaObject]);
export type SchemaObject = z.infer<typeof schemaObject>;
export type Schema = boolean | SchemaObject;

export type ReadSchema =
  | { readonly ok: true; readonly schema: Schema }
  | { readonly ok: false; readonly problem: string };

/** Reads what a person wrote as a schema: bounded, without anything that would have to be fetched. */
export function readSchema(text: string): ReadSchema {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: "The schema is not JSON." };
  }
  const problem = valueProblem(value, { depth: 32, characters: 20_000 });
  if (problem !== undefined) return { ok: false, problem: `The schema ${problem}.` };
  const parsed = schemaNode.safeParse(value);
  if (!parsed.success) return { ok: false, problem: firstIssue(parsed.error) };
  const lost = lostReference(parsed.data, value);
  return lost === undefined
    ? { ok: true, schema: parsed.data }
    : { ok: false, problem: `The schema refers to ${lost}, which it does not define.` };
}

/** The schema that a `$ref` names. */
export function resolve(root: Schema, reference: string): Schema | undefined {
  if (reference === "#") return root;
  if (typeof root === "boolean") return undefined;
  const [, shelf, name = ""] = reference.split("/");
  const shelves = shelf === "$defs" ? root.$defs : root.definitions;
  const plain = name.replaceAll("~1", "/").replaceAll("~0", "~");
  return shelves !== undefined && Object.hasOwn(shelves, plain) ? shelves[plain] : undefined;
}

function lostReference(root: Schema, value: unknown): string | undefined {
  const written = JSON.stringify(value).matchAll(/"\$ref":"(#[^"\\]{0,300})"/gu);
  return [...written].map(([, reference = ""]) => reference).find((each) => resolve(root, each) === undefined);
}

/** Of a union's issues the deepest says most: the other branch only says that an object is no boolean. */
function firstIssue(error: z.ZodError): string {
  let [issue] = error.issues;
  let path: readonly PropertyKey[] = [];
  while (issue !== undefined) {
    path = [...path, ...issue.path];
    if (issue.code !== "invalid_union") break;
    issue = issue.errors.map((branch) => branch[0]).findLast((each) => each !== undefined);
  }
  if (issue === undefined) return "The schema cannot be read.";
  const place = path.length === 0 ? "The schema" : `The schema at ${path.map(String).join(".")}`;
  if (issue.code === "unrecognized_keys") return `${place} uses ${issue.keys.join(", ")}, which is not known here.`;
  return issue.code === "custom" || issue.code === "invalid_format"
    ? issue.message
    : `${place} is not right: ${issue.message}.`;
}
