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
