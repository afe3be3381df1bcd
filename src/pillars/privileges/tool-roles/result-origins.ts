import { type FieldOrigin, isJsonArray, isJsonObject, type JsonValue } from "#engine";
import { isSystemValue } from "./result-forms.ts";

/** Deeper results are outside text as a whole. */
const deepest = 64;

/**
 * Who fills the fields of an unknown tool's structured result, by their name and form, list positions written `*`. A field is
 * the system's only where every value at its path has the form; whatever anybody may have written is outside. It holds for
 * this result: in the next one somebody may have put something else there.
 */
export function inferOrigins(result: JsonValue): Readonly<Record<string, FieldOrigin>> {
  const origins = new Map<string, FieldOrigin>();
  const isReadable = collect(result, [], origins);
  return isReadable ? Object.fromEntries(origins) : {};
}

/** False when the result is too deep to be read. */
function collect(value: JsonValue, steps: readonly string[], origins: Map<string, FieldOrigin>): boolean {
  if (steps.length > deepest) return false;
  if (isJsonArray(value)) return value.every((item) => collect(item, [...steps, "*"], origins));
  if (isJsonObject(value))
    return Object.entries(value).every(([name, each]) => collect(each, [...steps, step(name)], origins));
  if (value === null || value === "" || steps.some(isUnwritable)) return true;
  const path = steps.join(".");
  const name = steps.findLast((each) => each !== "*") ?? "";
  const isSystem = isSystemValue(name, value) && origins.get(path) !== "outside";
  origins.set(path, isSystem ? "system" : "outside");
  return true;
}

/** As `fieldOrigin` reads paths, where a number is a position whoever holds it. */
function step(name: string): string {
  return /^\d+$/u.test(name) ? "*" : name;
}

/** A name that a dotted path cannot carry stays undeclared, hence outside. */
function isUnwritable(name: string): boolean {
  return name.includes(".") || name.includes("\\");
}
