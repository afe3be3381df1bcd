import { z } from "zod";

/** Any value that JSON can carry. Numbers are finite; `undefined` never appears. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Parses unknown data (a tool result, an imported file) into a JsonValue; rejects what JSON cannot carry. */
export const jsonValue: z.ZodType<JsonValue> = z.json();

export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), jsonValue);

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Equality of two JSON values: same structure, object keys in any order. */
export function equalJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (isJsonArray(left) || isJsonArray(right)) {
    return (
      isJsonArray(left) &&
      isJsonArray(right) &&
      left.length === right.length &&
      left.every((item, at) => equalJson(item, right[at]))
    );
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && equalJson(left[key], right[key]))
  );
}

export function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Text as a template or a chat would show it: strings as they are, everything else as JSON. */
export function jsonToText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * The same value with the names of its fields in the order in which the log stores them (RFC 8785). What comes from outside is
 * put into it before anything looks at it, so that a run that is read back from storage goes on exactly as it began.
 */
export function sortedJson(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(sortedJson);
  return isJsonObject(value) ? sortedObject(value) : value;
}

export function sortedObject(value: JsonObject): JsonObject {
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sortedJson(value[name] ?? null)]));
}
