import { eventSchemas } from "#engine";
import { z } from "zod";

/** The closed list of kinds as FORMAT.md and tools/verify.py print it. */
export function kindsText(): string {
  return Object.entries(eventSchemas)
    .map(([kind, { attrs, values }]) => `${kind}\n  attrs   ${membersOf(attrs)}\n  values  ${membersOf(values)}\n`)
    .join("");
}

const schema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  const: z.string().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
});

function membersOf(schema: z.ZodType): string {
  return members(z.toJSONSchema(schema)) || "none";
}

function members(json: unknown): string {
  const { properties = {}, required = [] } = schema.parse(json);
  return Object.entries(properties)
    .map(([name, member]) => `${name}${required.includes(name) ? "" : "?"}: ${typeOf(member)}`)
    .join(", ");
}

function typeOf(json: unknown): string {
  const { type, items, properties, additionalProperties, ...rest } = schema.parse(json);
  const words = rest.enum ?? (rest.const === undefined ? undefined : [rest.const]);
  if (words !== undefined) return words.map((word) => `"${word}"`).join(" or ");
  if (type === "string") return "text";
  if (type === "integer") return "count";
  if (type === "number" || type === "boolean") return type;
  if (type === "array") return `${typeOf(items)}[]`;
  if (type !== "object") return "any";
  if (properties !== undefined) return `{${members(json)}}`;
  const each = typeOf(additionalProperties);
  return each === "any" ? "object" : `{*: ${each}}`;
}
