import { atLeast, isJsonArray, jsonToText, type JsonObject, type JsonValue } from "#engine";
import { durationsIn } from "./durations.ts";
import { sinkIntegrity } from "./guarded-roles.ts";
import type { IndexedField, IndexedResult } from "./index-source.ts";
import { leaves, type Leaf } from "./leaves.ts";
import { momentOf } from "./moments.ts";
import type { TracedArgument, TracedArguments } from "./origin.ts";
import { isSelectedList, isSelected, type TrustedWords } from "./selection.ts";
import type { Seen } from "./source-blocks.ts";
import { scalarForm } from "./text-match.ts";
import { folded, isPlainlyWritten } from "./tokens.ts";

/** Arguments that follow from others or belong together: an end that a stated length gives, a list taken over whole. */
export function derivedArguments(args: JsonObject, traced: TracedArguments, seen: Seen): TracedArguments {
  return { ...wholeLists(args, traced, seen), ...ends(args, traced, seen) };
}

function isTrusted(argument: TracedArgument | undefined): argument is TracedArgument {
  return argument !== undefined && atLeast(argument.label.integrity, sinkIntegrity);
}

/** A moment after a trusted one of the same call, by a length of time that trusted words or the one chosen record give. */
function ends(args: JsonObject, traced: TracedArguments, { words, results }: Seen): TracedArguments {
  const moments = leaves(args).flatMap((leaf) => {
    const form = scalarForm(leaf.value);
    const moment = form === undefined ? undefined : momentOf(form);
    return moment === undefined ? [] : [{ path: leaf.path, holder: leaf.holder?.path, moment, zone: form?.zone }];
  });
  const lengths = (): ReadonlySet<number> =>
    new Set([...words.texts.flatMap(({ words: { fine } }) => durationsIn(fine)), ...recordLengths(results(), words)]);
  let known: ReadonlySet<number> | undefined;
  return Object.fromEntries(
    moments.flatMap(({ path, holder, moment, zone }) => {
      if (isTrusted(traced[path])) return [];
      const starts = moments.filter(
        (other) =>
          other.holder === holder && other.zone === zone && other.moment < moment && isTrusted(traced[other.path]),
      );
      if (starts.length === 0) return [];
      known ??= lengths();
      const start = starts.find((other) => known?.has(moment - other.moment));
      const from = start === undefined ? undefined : traced[start.path];
      return from === undefined ? [] : [[path, { ...from, label: { ...from.label, integrity: "resolved" as const } }]];
    }),
  );
}

/** How long what trusted words single out lasts: the time between two of its system's moments. */
function recordLengths(results: readonly IndexedResult[], words: TrustedWords): readonly number[] {
  return results.flatMap((result) => {
    const chosen = result.fields.flatMap((field) => {
      const moment = field.isSystem ? momentOf(field.form) : undefined;
      const isChosen = moment !== undefined && (field.integrity === "resolved" || isSelected(result, field, words));
      return isChosen ? [{ record: parentOf(field.path), moment }] : [];
    });
    return chosen.flatMap((one) =>
      chosen.flatMap((other) =>
        one.record === other.record && other.moment > one.moment ? [other.moment - one.moment] : [],
      ),
    );
  });
}

/** A list of a chosen record that the argument takes over without leaving anybody out. */
function wholeLists(args: JsonObject, traced: TracedArguments, { words, results }: Seen): TracedArguments {
  return Object.fromEntries(
    Object.entries(args).flatMap(([name, value]) => {
      const entries = isJsonArray(value) ? leaves(value, name) : [];
      if (entries.every(({ path }) => isTrusted(traced[path]))) return [];
      const given = new Set(entries.map(plainOf));
      return results().flatMap((result) =>
        [...listsOf(result)]
          .filter(
            ([path, fields]) =>
              fields.every(({ plain }) => given.has(plain)) && isSelectedList(result, path, fields, words),
          )
          .flatMap(([, fields]) => takenOver(entries, fields, result)),
      );
    }),
  );
}

function takenOver(
  entries: readonly Leaf[],
  fields: readonly IndexedField[],
  { source }: IndexedResult,
): readonly (readonly [string, TracedArgument])[] {
  return entries.flatMap((entry) => {
    const field = fields.find(({ plain }) => plain === plainOf(entry));
    if (field === undefined || (typeof entry.value === "string" && !isPlainlyWritten(entry.value))) return [];
    const taken: TracedArgument = {
      label: { integrity: "resolved", sources: [source.key] },
      origin: { kind: "record", title: source.title, key: source.key, path: field.path },
    };
    return [[entry.path, taken] as const];
  });
}

/** The lists of scalars in a result by their path, whole ones only. */
function listsOf({ fields }: IndexedResult): ReadonlyMap<string, readonly IndexedField[]> {
  const lists = new Map<string, IndexedField[]>();
  for (const field of fields) {
    const list = /^(.+)\.\d+$/.exec(field.path)?.[1];
    if (list !== undefined) lists.set(list, [...(lists.get(list) ?? []), field]);
  }
  return lists;
}

function plainOf({ value }: { readonly value: JsonValue }): string {
  return folded(jsonToText(value));
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
