import { isJsonArray, isJsonObject, type JsonValue, type ToolSpec } from "#engine";

/** How a language writes a call: what stands before it, an object, and what ends the statement. */
interface Style {
  readonly before: string;
  readonly object: (fields: readonly string[]) => string;
  readonly name: (field: string) => string;
  readonly no: string;
  readonly end: string;
}

const script: Style = {
  before: "const answer",
  object: (fields) => (fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`),
  name: (field) => (/^[a-z_]\w*$/iu.test(field) ? field : JSON.stringify(field)),
  no: "false",
  end: ";",
};

const styles: Readonly<Record<string, Style>> = {
  javascript: script,
  typescript: script,
  python: {
    before: "answer",
    object: (fields) => `{${fields.join(", ")}}`,
    name: JSON.stringify,
    no: "False",
    end: "",
  },
};

/** A call of a tool to begin with: what it must be given, empty. Undefined in a language that calls no tools. */
export function callOf(
  { name, inputSchema }: Pick<ToolSpec, "name" | "inputSchema">,
  language: string,
): string | undefined {
  const style = styles[language];
  if (style === undefined) return undefined;
  const properties = isJsonObject(inputSchema["properties"]) ? inputSchema["properties"] : {};
  const required = isJsonArray(inputSchema["required"]) ? inputSchema["required"] : [];
  const given = Object.entries(properties)
    .filter(([field]) => required.includes(field))
    .map(([field, schema]) => `${style.name(field)}: ${emptyOf(schema, style)}`);
  return `${style.before} = await host.call(${JSON.stringify(name)}, ${style.object(given)})${style.end}\n`;
}

function emptyOf(schema: JsonValue, { no }: Style): string {
  const type = isJsonObject(schema) ? schema["type"] : undefined;
  if (type === "number" || type === "integer") return "0";
  if (type === "boolean") return no;
  return type === "array" ? "[]" : type === "object" ? "{}" : '""';
}
