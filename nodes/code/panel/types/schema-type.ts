import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "#engine";

/** How deep a type is written out; what lies deeper is `unknown`. */
const deepest = 8;

/** How many types one schema may make; a schema from elsewhere may be built to explode. */
const mostTypes = 400;

/** Properties of one object and members of one union that are written out. */
const mostMembers = 60;

/** The type of a JSON Schema in TypeScript, on one line. Whatever is not understood is `unknown`. Terminates on every schema. */
export function schemaType(schema: JsonValue | undefined): string {
  let types = 0;
  const root = isJsonObject(schema) ? schema : {};

  function typeOf(part: JsonValue | undefined, depth: number): string {
    types += 1;
    if (!isJsonObject(part) || depth > deepest || types > mostTypes) return "unknown";
    const { $ref, enum: choices, anyOf, oneOf, allOf, type } = part;
    if (typeof $ref === "string") return typeOf(placeIn(root, $ref), depth + 1);
    if (Object.hasOwn(part, "const")) return literal(part["const"]);
    if (isJsonArray(choices)) return union(choices.slice(0, mostMembers).map(literal));
    const either = isJsonArray(anyOf) ? anyOf : isJsonArray(oneOf) ? oneOf : undefined;
    if (either !== undefined) return union(either.slice(0, mostMembers).map((each) => typeOf(each, depth + 1)));
    if (isJsonArray(allOf))
      return (
        allOf
          .slice(0, mostMembers)
          .map((each) => `(${typeOf(each, depth + 1)})`)
          .join(" & ") || "unknown"
      );
    if (isJsonArray(type)) return union(type.map((each) => typeOf({ ...part, type: each }, depth + 1)));
    if (type === "object" || (type === undefined && isJsonObject(part["properties"]))) return objectType(part, depth);
    if (type === "array") return `Array<${typeOf(part["items"], depth + 1)}>`;
    return typeof type === "string" ? (plain.get(type) ?? "unknown") : "unknown";
  }

  function objectType(part: JsonObject, depth: number): string {
    const properties = isJsonObject(part["properties"]) ? part["properties"] : {};
    const required = new Set(isJsonArray(part["required"]) ? part["required"] : []);
    const named = Object.entries(properties)
      .slice(0, mostMembers)
      .map(([name, field]) => {
        const about = isJsonObject(field) ? comment(field["description"] ?? field["title"]) : "";
        return `${about}${JSON.stringify(name)}${required.has(name) ? "" : "?"}: ${typeOf(field, depth + 1)}`;
      });
    const others = part["additionalProperties"];
    // An index beside names has to fit them all, so it is written only where there are none.
    if (named.length === 0 && others !== false)
      return `Record<string, ${typeOf(isJsonObject(others) ? others : {}, depth + 1)}>`;
    return named.length === 0 ? "{}" : `{ ${named.join("; ")} }`;
  }

  return typeOf(root, 0);
}

const plain: ReadonlyMap<string, string> = new Map([
  ["string", "string"],
  ["number", "number"],
  ["integer", "number"],
  ["boolean", "boolean"],
  ["null", "null"],
]);

/** Only strings, numbers, booleans and null have a literal type. */
function literal(value: JsonValue | undefined): string {
  return value === undefined || typeof value === "object"
    ? value === null
      ? "null"
      : "unknown"
    : JSON.stringify(value);
}

function union(members: readonly string[]): string {
  return [...new Set(members)].map((each) => (each.includes(" ") ? `(${each})` : each)).join(" | ") || "never";
}

/** A local reference, `#/$defs/name`. */
function placeIn(root: JsonObject, ref: string): JsonValue | undefined {
  if (!ref.startsWith("#/")) return undefined;
  let at: JsonValue | undefined = root;
  for (const step of ref.slice(2).split("/").slice(0, deepest)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return at;
}

/** A text as a comment of one line that cannot end before its end; "" where there is none. */
export function comment(text: JsonValue | undefined): string {
  if (typeof text !== "string" || text.trim() === "") return "";
  const line = text.slice(0, 300).replaceAll(/\s+/gu, " ").replaceAll("*/", "*\u200b/").trim();
  return `/** ${line} */ `;
}

/** The properties of an object schema with the type of each. */
export function fieldTypes(schema: JsonObject): readonly { readonly name: string; readonly type: string }[] {
  const { properties } = schema;
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties)
    .slice(0, mostMembers)
    .map(([name, field]) => ({ name, type: schemaType(field).replaceAll(/\/\*\*.*?\*\/ /gu, "") }));
}
