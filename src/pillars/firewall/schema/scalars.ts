import { equalJson, isJsonArray, isJsonObject, type JsonValue } from "#engine";
import { hasFormat } from "./formats.ts";
import type { SchemaObject, TypeName } from "./json-schema.ts";
import { longestFor } from "./pattern.ts";

/** What each type is called in a sentence. */
const called: Readonly<Record<TypeName, string>> = {
  object: "an object",
  array: "a list",
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "null",
};

/** What is wrong with a value by itself, whatever is in it. */
export function scalarFaults(schema: SchemaObject, value: JsonValue): readonly string[] {
  return [
    ...typeFaults(schema, value),
    ...(typeof value === "number" ? numberFaults(schema, value) : []),
    ...(typeof value === "string" ? textFaults(schema, value) : []),
  ];
}

function typeFaults({ type, enum: choices, const: constant }: SchemaObject, value: JsonValue): readonly string[] {
  const says: string[] = [];
  if (type !== undefined) {
    const types = typeof type === "string" ? [type] : type;
    if (!types.some((each) => isOf(each, value)))
      says.push(`should be ${types.map((each) => called[each]).join(" or ")}, but is ${called[typeOf(value)]}`);
  }
  if (choices !== undefined && !choices.some((each) => equalJson(each, value)))
    says.push(`should be one of ${choices.slice(0, 6).map(brief).join(", ")}${choices.length > 6 ? ", …" : ""}`);
  if (constant !== undefined && !equalJson(constant, value)) says.push(`should be ${brief(constant)}`);
  return says;
}

function numberFaults(schema: SchemaObject, value: number): readonly string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const says: string[] = [];
  if (minimum !== undefined && value < minimum) says.push(`should be at least ${minimum}, but is ${value}`);
  if (maximum !== undefined && value > maximum) says.push(`should be at most ${maximum}, but is ${value}`);
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    says.push(`should be more than ${exclusiveMinimum}, but is ${value}`);
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum)
    says.push(`should be less than ${exclusiveMaximum}, but is ${value}`);
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) says.push(`should be a multiple of ${multipleOf}`);
  return says;
}

/** 0.3 is three times 0.1, whatever binary fractions make of it. */
function isMultiple(value: number, of: number): boolean {
  const times = value / of;
  return Math.abs(times - Math.round(times)) <= Math.abs(times) * 1e-12;
}

function textFaults(schema: SchemaObject, value: string): readonly string[] {
  const { minLength = 0, maxLength = Infinity, pattern, format } = schema;
  const says: string[] = [];
  const length = minLength > 0 || maxLength < Infinity ? [...value].length : 0;
  if (length < minLength) says.push(`should have at least ${minLength} characters, but has ${length}`);
  if (length > maxLength) says.push(`should have at most ${maxLength} characters, but has ${length}`);
  if (pattern !== undefined) {
    if (value.length > longestFor(pattern)) says.push("is too long to be checked against its pattern");
    else if (!new RegExp(pattern, "u").test(value)) says.push(`should match the pattern ${pattern}`);
  }
  if (format !== undefined && !hasFormat(value, format)) says.push(`should have the form of a ${format}`);
  return says;
}

function isOf(type: TypeName, value: JsonValue): boolean {
  const actual = typeOf(value);
  return actual === type || (type === "number" && actual === "integer");
}

function typeOf(value: JsonValue): TypeName {
  if (value === null) return "null";
  if (isJsonArray(value)) return "array";
  if (isJsonObject(value)) return "object";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" ? "string" : "boolean";
}

function brief(value: JsonValue): string {
  const written = JSON.stringify(value);
  return written.length > 40 ? `${written.slice(0, 39)}…` : written;
}
