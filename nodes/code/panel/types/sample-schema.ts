import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "#engine";

/** Items of a list and properties of an object that are looked at. */
const most = 50;
const deepest = 8;

/** A schema that a sample meets: what all items of a list have in common is required, the rest may be missing. */
export function sampleSchema(value: JsonValue, depth = 0): JsonObject {
  if (value === null) return { type: "null" };
  if (depth > deepest) return {};
  if (isJsonArray(value)) {
    const items = merged(value.slice(0, most).map((item) => sampleSchema(item, depth + 1)));
    return { type: "array", ...(items !== undefined && { items }) };
  }
  if (!isJsonObject(value)) return { type: typeof value };
  const entries = Object.entries(value).slice(0, most);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, field]) => [name, sampleSchema(field, depth + 1)])),
    required: entries.map(([name]) => name),
    additionalProperties: false,
  };
}

/** One schema that all of these meet. */
function merged(schemas: readonly JsonObject[]): JsonObject | undefined {
  const kinds = [...Map.groupBy(schemas, ({ type }) => type).values()].map(mergedKind);
  return kinds.length < 2 ? kinds[0] : { anyOf: kinds };
}

/** Schemas of one type. */
function mergedKind(schemas: readonly JsonObject[]): JsonObject {
  const [first = {}] = schemas;
  if (first["type"] === "array") {
    const items = merged(schemas.flatMap((each) => (isJsonObject(each["items"]) ? [each["items"]] : [])));
    return { type: "array", ...(items !== undefined && { items }) };
  }
  if (first["type"] !== "object") return first;
  const fields = schemas.map(({ properties }) => (isJsonObject(properties) ? properties : {}));
  const names = [...new Set(fields.flatMap((each) => Object.keys(each)))].slice(0, most);
  const present = (name: string) =>
    fields.flatMap((each) => (Object.hasOwn(each, name) && isJsonObject(each[name]) ? [each[name]] : []));
  // A field of an item that is itself a merged union keeps its alternatives apart by type.
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, merged(present(name).flatMap(alternatives)) ?? {}])),
    required: names.filter((name) => present(name).length === schemas.length),
    additionalProperties: false,
  };
}

function alternatives(schema: JsonObject): readonly JsonObject[] {
  return isJsonArray(schema["anyOf"]) ? schema["anyOf"].filter(isJsonObject) : [schema];
}
