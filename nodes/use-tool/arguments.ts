import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, type Label, type ToolSpec } from "#engine";
import type { Given } from "./given.ts";

/** The arguments of a call, and what each is worth. A field that is not there is left out, and the tool says what it lacks. */
export function argumentsFrom(
  given: readonly Given[],
  value: JsonValue,
  label: Label,
  spec: ToolSpec,
): { readonly args: JsonObject; readonly labels: Readonly<Record<string, Label>> } {
  const args: Record<string, JsonValue> = {};
  const labels: Record<string, Label> = {};
  for (const each of given) {
    const found = each.kind === "text" ? converted(each.text, spec, each.name) : at(value, each.path);
    if (found === undefined) continue;
    args[each.name] = found;
    labels[each.name] = each.kind === "text" ? { integrity: "author", sources: [] } : label;
  }
  return { args, labels };
}

function at(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const step of path) {
    const number = /^\d{1,4}$/u.test(step) ? Number(step) : undefined;
    if (isJsonArray(found)) found = number === undefined ? undefined : found[number];
    else found = isJsonObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
}

/** Lines are text; a tool that wants a number or a yes gets one. */
function converted(text: string, { inputSchema }: ToolSpec, name: string): JsonValue {
  const { properties } = inputSchema;
  const property = isJsonObject(properties) ? properties[name] : undefined;
  const type = isJsonObject(property) ? property["type"] : undefined;
  if ((type === "number" || type === "integer") && /^-?\d{1,15}(?:\.\d{1,10})?$/u.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
