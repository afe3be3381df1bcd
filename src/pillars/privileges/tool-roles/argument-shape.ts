import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "#engine";

/** What a schema lets an argument be, as far as its role asks. */
export interface ArgumentShape {
  /** Only values that the schema lists, or yes and no. */
  readonly isChoice: boolean;
  readonly isBoolean: boolean;
  readonly isNumber: boolean;
  /** An object, or a list of objects, in which anything may stand. */
  readonly isOpen: boolean;
  readonly isList: boolean;
  /** The `format` of its strings, where the schema says one. */
  readonly format?: string;
  readonly description: string;
  /** The properties of an object or of a list's objects. */
  readonly properties: ReadonlyMap<string, ArgumentShape>;
}

/** How much of a schema is read: a hostile one unfolds without end. What lies beyond counts as anything. */
export interface SchemaBudget {
  left: number;
}

const deepest = 12;

/** Anything at all. */
const anything: ArgumentShape = {
  isChoice: false,
  isBoolean: false,
  isNumber: false,
  isOpen: true,
  isList: false,
  description: "",
  properties: new Map(),
};

export function schemaBudget(): SchemaBudget {
  return { left: 3000 };
}

/** The shapes of an object schema's properties. */
export function propertyShapes(
  schema: JsonObject,
  root: JsonObject,
  budget: SchemaBudget,
  depth = 0,
): ReadonlyMap<string, ArgumentShape> {
  const properties = schema["properties"];
  if (!isJsonObject(properties)) return new Map();
  return new Map(
    Object.entries(properties).map(([name, each]) => [name, argumentShape(each, root, budget, depth + 1)] as const),
  );
}

function argumentShape(schema: JsonValue, root: JsonObject, budget: SchemaBudget, depth: number): ArgumentShape {
  budget.left -= 1;
  if (budget.left < 0 || depth > deepest || !isJsonObject(schema)) return anything;
  const next = (inner: JsonValue): ArgumentShape => argumentShape(inner, root, budget, depth + 1);
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const shape = next(referred(reference, root) ?? null);
    return { ...shape, description: descriptionOf(schema) || shape.description };
  }
  const branches = ["anyOf", "oneOf", "allOf"].flatMap((key) => listOf(schema[key]));
  const shapes = branches.filter((branch) => !isNothing(branch)).map(next);
  if (shapes.length > 0) return { ...united(shapes), description: descriptionOf(schema) };
  const items = schema["items"];
  if (items !== undefined || typesOf(schema).includes("array"))
    return { ...next(items ?? null), isList: true, description: descriptionOf(schema) };
  return plainShape(schema, propertyShapes(schema, root, budget, depth));
}

function plainShape(schema: JsonObject, properties: ReadonlyMap<string, ArgumentShape>): ArgumentShape {
  const types = typesOf(schema).filter((type) => type !== "null");
  const only = (...names: readonly string[]): boolean =>
    types.length > 0 && types.every((type) => typeof type === "string" && names.includes(type));
  const format = schema["format"];
  const isChoice = only("boolean") || isJsonArray(schema["enum"]) || schema["const"] !== undefined;
  const isScalar = isChoice || only("boolean", "string", "number", "integer");
  const inner = schema["additionalProperties"];
  const letsMore = inner === true || isJsonObject(inner) || isJsonObject(schema["patternProperties"]);
  return {
    isChoice,
    isBoolean: only("boolean"),
    isNumber: only("number", "integer"),
    isOpen: !isScalar && (properties.size === 0 || letsMore),
    isList: false,
    ...(typeof format === "string" ? { format } : {}),
    description: descriptionOf(schema),
    properties,
  };
}

/** May be any of these. */
function united(shapes: readonly ArgumentShape[]): ArgumentShape {
  const format = shapes.map((shape) => shape.format).find((each) => each !== undefined);
  return {
    isChoice: shapes.every(({ isChoice }) => isChoice),
    isBoolean: shapes.every(({ isBoolean }) => isBoolean),
    isNumber: shapes.every(({ isNumber }) => isNumber),
    isOpen: shapes.some(({ isOpen }) => isOpen),
    isList: shapes.some(({ isList }) => isList),
    ...(format === undefined ? {} : { format }),
    description: "",
    // Of one name in two branches the strictest role has to win, so both stay: as the branches of one more union.
    properties: unitedProperties(shapes),
  };
}

function unitedProperties(shapes: readonly ArgumentShape[]): ReadonlyMap<string, ArgumentShape> {
  const byName = new Map<string, ArgumentShape[]>();
  for (const { properties } of shapes)
    for (const [name, shape] of properties) byName.set(name, [...(byName.get(name) ?? []), shape]);
  return new Map([...byName].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? anything) : united(all)]));
}

function referred(reference: string, root: JsonObject): JsonValue | undefined {
  if (!reference.startsWith("#/")) return undefined;
  const steps = reference.slice(2).split("/", deepest);
  return steps.reduce<JsonValue | undefined>((at, step) => {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    return isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }, root);
}

function isNothing(schema: JsonValue): boolean {
  return isJsonObject(schema) && schema["type"] === "null";
}

function typesOf(schema: JsonObject): readonly JsonValue[] {
  const type = schema["type"];
  return isJsonArray(type) ? type : type === undefined ? [] : [type];
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function descriptionOf(schema: JsonObject): string {
  const { description } = schema;
  return typeof description === "string" ? description : "";
}
