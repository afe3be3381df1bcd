import { type ArgumentRole, isJsonArray, isJsonObject, type JsonValue } from "#engine";

/** One place in a JSON value that holds a scalar, an empty object or an empty list. */
export interface Leaf {
  /** Dotted path: `items.0.sku`; empty for a value that is itself a leaf. */
  readonly path: string;
  readonly value: JsonValue;
  /** The object that holds this leaf, if one does, and that object's own path. */
  readonly holder?: { readonly path: string; readonly value: JsonValue };
}

/** Every leaf, in order of appearance. Property names that contain a dot make a path that no declared field has: they stay untrusted. */
export function leaves(value: JsonValue, path = "", holder?: Leaf["holder"]): readonly Leaf[] {
  const children: readonly (readonly [string, JsonValue])[] = Array.isArray(value)
    ? value.map((item: JsonValue, index) => [String(index), item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  if (children.length === 0) return [{ path, value, ...(holder === undefined ? {} : { holder }) }];
  const next = isJsonObject(value) ? { path, value } : holder;
  return children.flatMap(([name, child]) => leaves(child, joinPath(path, name), next));
}

/** The path of what is called `name` (or stands at that position) inside what is at `path`. */
export function joinPath(path: string, name: string): string {
  return path === "" ? escaped(name) : `${path}.${escaped(name)}`;
}

/** The steps of a path, each as it is written there. */
export function pathSteps(path: string): readonly string[] {
  return path.split(/(?<!\\)\./);
}

/** What stands at one step inside a value: the entry of a list at that position, the property of an object by that name. */
export function childAt(value: JsonValue | undefined, step: string): JsonValue | undefined {
  if (isJsonArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
  const name = step.replaceAll("\\.", ".");
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A dot inside a name is written so that `{"a.b": 1}` never passes for the declared field `a.b`. */
function escaped(name: string): string {
  return name.replaceAll(".", "\\.");
}

/**
 * The role of an argument path: its own, else that of the argument it is part of. An argument without a role counts as
 * `target`, the strictest.
 */
export function roleOf(roles: Readonly<Record<string, ArgumentRole>>, path: string): ArgumentRole {
  const top = path.split(".", 1)[0] ?? path;
  return own(roles, path) ?? own(roles, top) ?? "target";
}

function own(roles: Readonly<Record<string, ArgumentRole>>, name: string): ArgumentRole | undefined {
  return Object.hasOwn(roles, name) ? roles[name] : undefined;
}
