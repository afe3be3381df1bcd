import { isJsonObject, type JsonObject, type JsonValue, type LlmRequest, type ToolSpec } from "#engine";

/** Said with the instructions once there is a result to point into. */
export const handleNotice =
  'Give a value that stands in a tool\'s result as a handle instead of writing it again: {"$ref": "find_orders#0.id"} is the id of the first entry in the newest result of find_orders, {"$ref": "find_orders/1#total"} the total in its first result.';

/** A model can point at results only after there are some. */
export function canPoint({ messages }: LlmRequest): boolean {
  return messages.some(({ role }) => role === "tool");
}

const handle: JsonObject = {
  type: "object",
  properties: { $ref: { type: "string" } },
  required: ["$ref"],
  additionalProperties: false,
};

/** What a tool takes, with a handle allowed in place of every argument and of every entry of a list. The monitor puts the value in before anything is checked. */
export function withHandles({ inputSchema }: Pick<ToolSpec, "inputSchema">): JsonObject {
  const { properties } = inputSchema;
  if (!isJsonObject(properties)) return inputSchema;
  const widened = Object.entries(properties).map(([name, schema]) => [name, orHandle(schema)] as const);
  return { ...inputSchema, properties: Object.fromEntries(widened) };
}

function orHandle(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const { items } = schema;
  const entries = items === undefined ? schema : { ...schema, items: orHandle(items) };
  return { anyOf: [entries, handle] };
}
