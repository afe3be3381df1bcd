import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "#engine";
import { childAt, joinPath, pathSteps } from "./leaves.ts";
import type { LabelledText } from "./origin.ts";

type ResultSource = Extract<LabelledText, { kind: "result" }>;

/** Where a value stands: in the result with this key, at this dotted path. */
export interface Place {
  readonly key: string;
  readonly path: string;
}

/** Arguments with every handle replaced by the value it points at, and by argument path where that stands. */
export type Resolved =
  | { readonly ok: true; readonly args: JsonObject; readonly places: ReadonlyMap<string, Place> }
  | { readonly ok: false; readonly sentence: string };

/** `search_emails#0.id` points into the newest result of that tool in this chat, `search_emails/1#0.id` into its first. */
const handle = /^([a-z][a-z0-9_]{0,63})(?:\/([1-9]\d{0,3}))?(?:#(.*))?$/su;

class BadHandle extends Error {}

/**
 * Replaces handles, `{"$ref": "tool#path"}`, which a model may write instead of a value that it has read in a result of that
 * tool. The value goes over untouched, and with it where it came from.
 */
export function resolveHandles(args: JsonObject, values: readonly LabelledText[]): Resolved {
  const results = values.filter((source) => source.kind === "result");
  const places = new Map<string, Place>();
  const resolve = (value: JsonValue, path: string): JsonValue => {
    if (isJsonArray(value)) return value.map((item, index) => resolve(item, joinPath(path, String(index))));
    if (!isJsonObject(value)) return value;
    if (!Object.hasOwn(value, "$ref")) return resolveObject(value, path);
    const place = placeOf(value, results);
    places.set(path, { key: place.source.key, path: place.path });
    return place.value;
  };
  const resolveObject = (value: JsonObject, path: string): JsonObject =>
    Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, joinPath(path, name))]));
  try {
    return { ok: true, args: resolveObject(args, ""), places };
  } catch (problem) {
    if (problem instanceof BadHandle) return { ok: false, sentence: problem.message };
    throw problem;
  }
}

function placeOf(written: JsonObject, results: readonly ResultSource[]) {
  const { $ref: text, ...more } = written;
  const shape = typeof text === "string" && Object.keys(more).length === 0 ? handle.exec(text) : null;
  if (shape === null) throw new BadHandle('A handle is written {"$ref": "tool#path"}.');
  const [, tool = "", number, path = ""] = shape;
  const own = results.filter((source) => source.tool === tool);
  const source = number === undefined ? own.at(-1) : own[Number(number) - 1];
  if (source === undefined) throw new BadHandle(`There is no such result of ${tool} in this chat.`);
  const steps = path === "" ? [] : pathSteps(path);
  const value = steps.reduce<JsonValue | undefined>(childAt, source.value);
  if (value === undefined) throw new BadHandle(`The result of ${tool} has nothing at ${path.slice(0, 80)}.`);
  return { source, path, value };
}

/** The place of a leaf that a handle brought: the handle may have pointed at something that holds it. */
export function placeOfLeaf(places: ReadonlyMap<string, Place>, path: string): Place | undefined {
  for (const [argument, place] of places) {
    if (path === argument) return place;
    if (path.startsWith(`${argument}.`))
      return {
        key: place.key,
        path: place.path === "" ? path.slice(argument.length + 1) : `${place.path}${path.slice(argument.length)}`,
      };
  }
  return undefined;
}
