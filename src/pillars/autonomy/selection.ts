import { isJsonArray, type JsonValue } from "#engine";
import { type IndexedField, type IndexedResult, isSteeredByTrust } from "./index-source.ts";
import { childAt, pathSteps } from "./leaves.ts";
import { ranksFirst } from "./superlatives.ts";
import { isReference } from "./reference-field.ts";
import { isNamedIn, type TextIndex } from "./text-match.ts";

/** What the person and the flow have said, taken apart. */
export interface TrustedWords {
  readonly texts: readonly TextIndex[];
  readonly today: string | undefined;
}

/**
 * Whether trusted words single out the record that holds a field: of all records in the result it is the only one that has
 * everything which those words name of it (`the "Networking event" on May 26th`), or it comes first in the order that they ask
 * for (`the largest file`). The query must not have been steered from outside. The field has to be the system's own, or one
 * that refers (an address, an id, a date): free text that somebody wrote into a record is never chosen with it.
 */
export function isSelected(result: IndexedResult, field: IndexedField, words: TrustedWords): boolean {
  if (!isSteeredByTrust(result.source) || !(field.isSystem || isReference(field))) return false;
  return choicesOn(result, pathSteps(field.path), words) === "named";
}

/** Whether trusted words chose the record that holds a field: by the query, or among several. */
export function isRecordSelected(
  result: IndexedResult,
  { path }: Pick<IndexedField, "path">,
  words: TrustedWords,
): boolean {
  const choices = choicesOn(result, pathSteps(path), words);
  return choices === "named" || (choices === "none" && result.isAskedFor);
}

/** Whether a list of references, whole, stands in a record that trusted words single out or whose query they made. */
export function isSelectedList(
  result: IndexedResult,
  path: string,
  fields: readonly IndexedField[],
  words: TrustedWords,
): boolean {
  if (!isSteeredByTrust(result.source) || !fields.every(isReference)) return false;
  return isRecordSelected(result, { path }, words);
}

/** Whether each choice among several records on the way to a field is one that trusted words make; `none` where there is no choice. */
function choicesOn(result: IndexedResult, steps: readonly string[], words: TrustedWords): "named" | "open" | "none" {
  let value: JsonValue | undefined = result.source.value;
  let path = "";
  let choices: "named" | "none" = "none";
  for (const step of steps) {
    if (isJsonArray(value) && value.length > 1) {
      if (!isSingledOut(result, path, value, Number(step), words)) return "open";
      choices = "named";
    }
    value = childAt(value, step);
    path = path === "" ? step : `${path}.${step}`;
  }
  return choices;
}

function isSingledOut(
  result: IndexedResult,
  path: string,
  list: readonly JsonValue[],
  at: number,
  words: TrustedWords,
): boolean {
  const records = list.map((_, index) => fieldsUnder(result, path === "" ? `${index}.` : `${path}.${index}.`));
  const chosen = records[at];
  if (chosen === undefined) return false;
  const named = [...chosen].filter(([, field]) => words.texts.some((text) => isNamedIn(field.form, text, words.today)));
  if (named.length > 0) {
    const rivals = records.filter((record) => named.every(([name, field]) => goesBy(record, name, field)));
    if (rivals.length === 1) return true;
  }
  return ranksFirst(records, at, words) || isNamedInPart(records, at, words);
}

/**
 * Whether what the words name could be said of a record too: it has the same field, a longer one with these words in it ("Team
 * lunch on Friday"), or refers to somebody by them ("bob.miller").
 */
function goesBy(record: ReadonlyMap<string, IndexedField>, name: string, { plain, form }: IndexedField): boolean {
  const own = record.get(name);
  if (own?.plain === plain) return true;
  if (form.day !== undefined || form.time !== undefined || !/\p{L}{3}/u.test(plain)) return false;
  const isLonger = own !== undefined && own.plain.length <= longestName && hasAll(own, plain, /\s+/u);
  return (
    isLonger || [...record.values()].some((field) => isReference(field) && hasAll(field, plain, /[^\p{L}\p{N}]+/u))
  );
}

const longestName = 254;

function hasAll({ plain }: IndexedField, sought: string, border: RegExp): boolean {
  const words = plain.split(border);
  return sought.split(border).every((word) => words.includes(word));
}

/** An entry of a plain list that trusted words name by the one word of its name; a number may tell it from others like it. */
function isNamedInPart(
  records: readonly ReadonlyMap<string, IndexedField>[],
  at: number,
  { texts }: TrustedWords,
): boolean {
  const names = records.map((record) => partsOf(record.get("")?.plain ?? ""));
  const [own = [], others] = [names[at], names.filter((_, index) => index !== at)];
  const [part, ...more] = own;
  return (
    part !== undefined &&
    more.length === 0 &&
    texts.some(({ words }) => words.fine.includes(part)) &&
    !others.some((each) => each.includes(part))
  );
}

/** The words in a name of one piece: "External_0" has "external". */
function partsOf(name: string): readonly string[] {
  const isName = name.length <= 64 && /^\S+$/.test(name);
  return isName ? name.split(/[^\p{L}\p{N}]+/u).filter((part) => /\p{L}/u.test(part)) : [];
}

/** The fields of one record by their path inside it. */
function fieldsUnder({ fields }: IndexedResult, prefix: string): ReadonlyMap<string, IndexedField> {
  return new Map(
    fields.flatMap((field) =>
      `${field.path}.`.startsWith(prefix) ? [[field.path.slice(prefix.length), field] as const] : [],
    ),
  );
}

/** A field of the one record that a query in trusted words found: it refers to what those words mean. */
export function isOfTheOneRecord({ isAskedFor }: IndexedResult, field: IndexedField): boolean {
  return isReference(field) && field.isOnlyRecord && isAskedFor;
}
