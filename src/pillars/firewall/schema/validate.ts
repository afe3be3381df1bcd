import { equalJson, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "#engine";
import { scalarFaults } from "./scalars.ts";
import { resolve } from "./json-schema.ts";
import type { Schema, SchemaObject } from "./json-schema.ts";
import { longestFor } from "./pattern.ts";

/** Where a value does not fit, and what is wrong with it, as the end of a sentence. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** A schema can multiply its own work by references; beyond this many looks it is not the reply's fault alone. */
const mostLooks = 200_000;
/** References that lead to references, and values within values. */
const deepest = 200;
const mostFaults = 8;

interface Look {
  readonly root: Schema;
  readonly faults: Fault[];
  readonly budget: { left: number };
  readonly path: readonly (string | number)[];
  readonly depth: number;
}

/** What does not fit, the first few faults; empty when the value is what the schema says. Values are bounded by the caller. */
export function faultsOf(schema: Schema, value: JsonValue): readonly Fault[] {
  const budget = { left: mostLooks };
  const faults: Fault[] = [];
  check(schema, value, { root: schema, faults, budget, path: [], depth: 0 });
  return budget.left <= 0 ? [{ path: [], says: "takes too long to check" }] : faults;
}

function check(schema: Schema, value: JsonValue, look: Look): void {
  look.budget.left -= 1;
  if (look.depth > deepest) look.budget.left = 0;
  if (look.budget.left <= 0 || look.faults.length >= mostFaults || schema === true) return;
  if (schema === false) return fault(look, "is not expected");
  const inner = { ...look, depth: look.depth + 1 };
  for (const says of scalarFaults(schema, value)) fault(look, says);
  if (isJsonArray(value)) checkList(schema, value, inner);
  if (isJsonObject(value)) checkObject(schema, value, inner);
  checkTogether(schema, value, inner);
}

function fault({ faults, path }: Look, says: string): void {
  faults.push({ path, says });
}

/** Whether a value fits, without a word about why not. */
function fits(schema: Schema, value: JsonValue, look: Look): boolean {
  const faults: Fault[] = [];
  check(schema, value, { ...look, faults });
  return faults.length === 0;
}

function checkTogether(schema: SchemaObject, value: JsonValue, look: Look): void {
  if (schema.$ref !== undefined) check(resolve(look.root, schema.$ref) ?? false, value, look);
  for (const each of schema.allOf ?? []) check(each, value, look);
  if (schema.anyOf !== undefined && !schema.anyOf.some((each) => fits(each, value, look)))
    fault(look, `has none of the ${schema.anyOf.length} forms it may have`);
  if (schema.oneOf !== undefined) {
    const fitting = schema.oneOf.filter((each) => fits(each, value, look)).length;
    if (fitting !== 1) fault(look, `has ${fitting} of the ${schema.oneOf.length} forms of which it should have one`);
  }
  if (schema.not !== undefined && fits(schema.not, value, look)) fault(look, "is what it must not be");
  if (schema.if === undefined) return;
  check((fits(schema.if, value, look) ? schema.then : schema.else) ?? true, value, look);
}

function checkList(schema: SchemaObject, list: readonly JsonValue[], look: Look): void {
  const { prefixItems = [], items, contains, minItems = 0, maxItems = Infinity } = schema;
  if (list.length < minItems) fault(look, `should have at least ${minItems} entries, but has ${list.length}`);
  if (list.length > maxItems) fault(look, `should have at most ${maxItems} entries, but has ${list.length}`);
  for (const [at, item] of list.entries()) {
    if (look.budget.left <= 0 || look.faults.length >= mostFaults) return;
    const each = prefixItems[at] ?? items;
    if (each !== undefined) check(each, item, { ...look, path: [...look.path, at] });
  }
  if (schema.uniqueItems === true && hasTwice(list, look)) fault(look, "has the same entry twice");
  if (contains === undefined) return;
  const { minContains = 1, maxContains = Infinity } = schema;
  const fitting = list.filter((item) => fits(contains, item, look)).length;
  if (fitting < minContains || fitting > maxContains)
    fault(look, `has ${fitting} entries of the kind that is asked for`);
}

/** Scalars are looked up, the rest is compared pair by pair and paid for. */
function hasTwice(list: readonly JsonValue[], look: Look): boolean {
  const seen = new Set<JsonValue>();
  const composite: JsonValue[] = [];
  for (const item of list) {
    if (typeof item === "object" && item !== null) {
      look.budget.left -= composite.length;
      if (look.budget.left <= 0 || composite.some((other) => equalJson(other, item))) return true;
      composite.push(item);
    } else if (seen.has(item)) return true;
    else seen.add(item);
  }
  return false;
}

function checkObject(schema: SchemaObject, value: JsonObject, look: Look): void {
  const names = Object.keys(value);
  const { minProperties = 0, maxProperties = Infinity } = schema;
  for (const name of schema.required ?? [])
    if (!Object.hasOwn(value, name)) fault(look, `lacks the field ${quoted(name)}`);
  if (names.length < minProperties)
    fault(look, `should have at least ${minProperties} fields, but has ${names.length}`);
  if (names.length > maxProperties) fault(look, `should have at most ${maxProperties} fields, but has ${names.length}`);
  for (const [name, needs] of Object.entries(schema.dependentRequired ?? {})) {
    const missing = Object.hasOwn(value, name) ? needs.find((each) => !Object.hasOwn(value, each)) : undefined;
    if (missing !== undefined) fault(look, `has the field ${quoted(name)}, but not ${quoted(missing)}`);
  }
  for (const [name, each] of Object.entries(schema.dependentSchemas ?? {}))
    if (Object.hasOwn(value, name)) check(each, value, look);
  for (const name of names) checkField(schema, value, name, look);
}

function checkField(schema: SchemaObject, value: JsonObject, name: string, look: Look): void {
  const { properties = {}, patternProperties = {}, additionalProperties, propertyNames } = schema;
  const inner = { ...look, path: [...look.path, name] };
  const item = value[name] ?? null;
  if (propertyNames !== undefined && !fits(propertyNames, name, look))
    fault(look, `has a field with the name ${quoted(name)}, which is not allowed`);
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const byPattern = Object.entries(patternProperties).filter(([pattern]) => matches(pattern, name));
  for (const each of [...(own === undefined ? [] : [own]), ...byPattern.map(([, schemaOf]) => schemaOf)])
    check(each, item, inner);
  if (own !== undefined || byPattern.length > 0 || additionalProperties === undefined) return;
  if (additionalProperties === false) fault(look, `has the field ${quoted(name)}, which is not expected`);
  else check(additionalProperties, item, inner);
}

/** A name too long to be tried is held to match, so that what a pattern demands of it is demanded. */
function matches(pattern: string, name: string): boolean {
  return name.length > longestFor(pattern) || new RegExp(pattern, "u").test(name);
}

/** A name or text of the reply, short enough for a sentence. */
export function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}
