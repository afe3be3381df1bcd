import { z } from "zod";
import { jsonValue } from "#engine";
import type { JsonObject, ToolSpec } from "#engine";

const property = z.looseObject({
  type: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  enum: z.array(jsonValue).optional().catch(undefined),
  const: jsonValue.optional().catch(undefined),
  default: jsonValue.optional().catch(undefined),
  examples: z.array(jsonValue).optional().catch(undefined),
  pattern: z.string().optional().catch(undefined),
  format: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  minimum: z.number().optional().catch(undefined),
  minItems: z.number().optional().catch(undefined),
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  required: z.array(z.string()).optional().catch(undefined),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional().catch(undefined),
});

/** The keywords of JSON Schema that the assistant understands; what it cannot read counts as absent. */
export type Schema = z.infer<typeof property>;

export function readSchema(schema: unknown): Schema {
  const parsed = property.safeParse(schema);
  const read = parsed.success ? parsed.data : {};
  const alternative = read.anyOf?.map(readSchema).find((option) => typeOf(option) !== "null");
  return alternative ? { ...alternative, ...read } : read;
}

/** The first type that is not null. */
export function typeOf(schema: Schema): string {
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  const named = types.find((type) => type !== "null") ?? types[0];
  return named ?? (schema.properties ? "object" : schema.items === undefined ? "string" : "array");
}

/** One argument of a tool. */
export interface Slot {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** The words a person would use: "order number". */
  readonly label: string;
}

export function slotsOf(tool: ToolSpec): Slot[] {
  return slotsOfSchema(tool.inputSchema);
}

export function slotsOfSchema(schema: JsonObject): Slot[] {
  const { properties = {}, required = [] } = readSchema(schema);
  return Object.entries(properties).map(([name, value]) => {
    const slot = readSchema(value);
    return { name, schema: slot, required: required.includes(name), label: slot.title?.toLowerCase() ?? spell(name) };
  });
}

/** Names as people write them: `orderId` gives "order number", `look_up_order` "look up order". */
export function spell(name: string): string {
  const spaced = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[_\-.]+/g, " ")
    .toLowerCase()
    .trim();
  return spaced.replace(/ id$/, " number");
}
