import { isJsonArray, isJsonObject, type JsonValue, type ToolSpec } from "#engine";

/** A call of a tool to begin with: what it must be given, empty. */
export function callOf({ name, inputSchema }: Pick<ToolSpec, "name" | "inputSchema">): string {
  const properties = isJsonObject(inputSchema["properties"]) ? inputSchema["properties"] : {};
  const required = isJsonArray(inputSchema["required"]) ? inputSchema["required"] : [];
  const given = Object.entries(properties)
    .filter(([field]) => required.includes(field))
    .map(([field, schema]) => `${nameOf(field)}: ${emptyOf(schema)}`);
  const argument = given.length === 0 ? "{}" : `{ ${given.join(", ")} }`;
  return `const answer = await host.call(${JSON.stringify(name)}, ${argument});\n`;
}

function nameOf(field: string): string {
  return /^[a-z_]\w*$/iu.test(field) ? field : JSON.stringify(field);
}

function emptyOf(schema: JsonValue): string {
  const type = isJsonObject(schema) ? schema["type"] : undefined;
  if (type === "number" || type === "integer") return "0";
  if (type === "boolean") return "false";
  return type === "array" ? "[]" : type === "object" ? "{}" : '""';
}
