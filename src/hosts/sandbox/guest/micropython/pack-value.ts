import type { JsonValue } from "#engine";

/** Shorter texts are read within the JSON; the interpreter's reader takes time in the square of a text's length. */
const longText = 2_000;

export interface PackedValue {
  /** JSON of a list: the value with its long texts left empty, then the path of each within that list. */
  readonly json: string;
  /** Those texts, in that order. */
  readonly texts: readonly string[];
}

/** @param json text that passed the border. */
export function packValue(json: string): PackedValue {
  if (json.length < longText) return { json: `[${json}]`, texts: [] };
  const texts: string[] = [];
  const paths: JsonValue[] = [];
  const path: (string | number)[] = [];

  function at(key: string | number, value: JsonValue): JsonValue {
    path.push(key);
    const emptied = withoutTexts(value);
    path.pop();
    return emptied;
  }

  function withoutTexts(value: JsonValue): JsonValue {
    if (typeof value === "string") {
      if (value.length < longText) return value;
      texts.push(value);
      paths.push([...path]);
      return "";
    }
    if (Array.isArray(value)) return value.map((inner, index) => at(index, inner));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, at(key, inner)]));
  }

  const value: JsonValue = JSON.parse(json);
  return { json: JSON.stringify([at(0, value), ...paths]), texts };
}
