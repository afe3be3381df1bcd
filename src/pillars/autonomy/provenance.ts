import { atLeast, integrityLevels, type JsonObject, type JsonValue, type Integrity } from "#engine";
import {
  type IndexedField,
  type IndexedResult,
  type IndexedSource,
  type IndexedText,
  indexed,
  trustedText,
} from "./index-source.ts";
import { derivedArguments } from "./derived.ts";
import { isDesignated } from "./designated.ts";
import { isGathered } from "./gathered.ts";
import { type Place, placeOfLeaf } from "./handles.ts";
import { leaves } from "./leaves.ts";
import type { LabelledText, TraceContext, TracedArgument, TracedArguments } from "./origin.ts";
import { isOfTheOneRecord, isSelected, type TrustedWords } from "./selection.ts";
import { isSameScalar, matchText, type ScalarForm, scalarForm } from "./text-match.ts";
import { folded } from "./tokens.ts";

/**
 * Says for each argument a model wrote where it really came from. An argument is trusted only as far as the value it
 * equals; what equals nothing was made up. Equality looks through case, quotes, number forms (1,250.00, 1.250,00, 1250)
 * and date forms, and never matches part of a word.
 */
export function traceArguments(
  args: JsonObject,
  context: TraceContext,
  places: ReadonlyMap<string, Place> = noPlaces,
): TracedArguments {
  const sources = context.values.map((source) => indexed(source, context.today));
  const words = { texts: sources.flatMap(trustedText), today: context.today };
  const traced = Object.fromEntries(
    leaves(args)
      .filter(({ path }) => path !== "")
      .map(({ path, value }) => {
        const place = placeOfLeaf(places, path);
        return [
          path,
          place === undefined ? traceValue(value, sources, words) : traceAt(place, value, sources, words),
        ] as const;
      }),
  );
  return { ...traced, ...derivedArguments(args, traced, sources.flatMap(result), words) };
}

const noPlaces: ReadonlyMap<string, Place> = new Map();

/** What a handle points at is worth what stands there, and never more than the same value written again. */
function traceAt(
  place: Place,
  value: JsonValue,
  sources: readonly IndexedSource[],
  words: TrustedWords,
): TracedArgument {
  const results = sources.flatMap(result);
  const source = results.find((each) => each.source.key === place.key);
  const field = source?.fields.find(({ path }) => path === place.path);
  const form = scalarForm(value);
  // What a firewall took out on the way is no longer what stands there.
  const isThat = form !== undefined && field !== undefined && isSameScalar(form, field.form);
  if (source === undefined || !isThat) return traceValue(value, sources, words);
  const { label, origin } = candidate(
    isChosen(field, source, results, words) ? "resolved" : field.integrity,
    source.source,
    true,
    field.path,
  );
  return { label, origin };
}

interface Candidate extends TracedArgument {
  readonly isExact: boolean;
}

function traceValue(value: JsonValue, sources: readonly IndexedSource[], words: TrustedWords): TracedArgument {
  const form = scalarForm(value);
  const plain = typeof value === "string" ? { plain: folded(value).trim() } : {};
  const found = form === undefined ? [] : candidates({ ...form, ...plain }, sources, words.today);
  const isOutsideToo = found.some(({ label }) => label.integrity === "untrusted");
  const usable = isOutsideToo ? found.filter(({ isExact }) => isExact) : found;
  const chosen = usable.some(isWorthChoosing) ? usable : [...usable, ...selected(value, form, sources, words)];
  const [best] = [...chosen].sort((one, other) => rank(one) - rank(other));
  return best === undefined ? madeUp(sources) : { label: best.label, origin: best.origin };
}

function madeUp(sources: readonly IndexedSource[]): TracedArgument {
  return {
    label: { integrity: "untrusted", sources: [...new Set(sources.map(({ source }) => source.key))].sort() },
    origin: { kind: "model", title: "written by the agent" },
  };
}

/** Trusted as it stands: how it could have been chosen is then no question. */
function isWorthChoosing({ label }: Candidate): boolean {
  return atLeast(label.integrity, "resolved");
}

/** The value as a field of a record that trusted words single out. */
function selected(
  value: JsonValue,
  form: ScalarForm | undefined,
  sources: readonly IndexedSource[],
  words: TrustedWords,
): readonly Candidate[] {
  if (form === undefined) return [];
  const results = sources.flatMap(result);
  return results.flatMap((each) =>
    each.fields
      .filter((field) =>
        isSameScalar(form, field.form)
          ? isChosen(field, each, results, words)
          : isDesignated(value, each, field, words),
      )
      .map((field) => candidate("resolved", each.source, true, field.path)),
  );
}

function isChosen(field: IndexedField, of: IndexedResult, all: readonly IndexedResult[], words: TrustedWords): boolean {
  return isOfTheOneRecord(of, field) || isSelected(of, field, words) || isGathered(field, of, all, words);
}

function result(source: IndexedSource): readonly IndexedResult[] {
  return source.kind === "result" ? [source] : [];
}

function rank({ label }: TracedArgument): number {
  return integrityLevels.indexOf(label.integrity);
}

/** What is looked for; `plain` is the folded text of text, for finding it inside outside text. */
interface Sought extends ScalarForm {
  readonly plain?: string;
}

function candidates(
  sought: Sought,
  sources: readonly IndexedSource[],
  today: string | undefined,
): readonly Candidate[] {
  return sources.flatMap((source) =>
    source.kind === "text" ? fromText(sought, source, today) : fromResult(sought, source),
  );
}

function fromText(
  sought: Sought,
  { source, index, plain }: IndexedText,
  today: string | undefined,
): readonly Candidate[] {
  const match = matchText(sought, index, today);
  if (match !== undefined) return [candidate(source.integrity, source, match === "exact")];
  return source.integrity === "untrusted" && occursIn(sought, plain) ? [candidate("untrusted", source, true)] : [];
}

/** Part of a word counts here: it only says where untrusted text may have come from. */
function occursIn({ plain }: Sought, outside: string): boolean {
  return plain !== undefined && plain !== "" && outside.includes(plain);
}

/** A field that equals the value whole: of the system, or of outside text (where part of a field is enough to be outside). */
function fromResult(sought: Sought, { source, fields }: IndexedResult): readonly Candidate[] {
  return fields.flatMap((field) => {
    if (isSameScalar(sought, field.form)) return [candidate(field.integrity, source, true, field.path)];
    const isPart = field.integrity === "untrusted" && occursIn(sought, field.plain);
    return isPart ? [candidate("untrusted", source, true, field.path)] : [];
  });
}

function candidate(integrity: Integrity, source: LabelledText, isExact: boolean, path?: string): Candidate {
  const carried = path === undefined ? undefined : carriedAt(source, path);
  if (carried !== undefined && carried.label.integrity === integrity) return { isExact, ...carried };
  const place = { key: source.key, ...(path === undefined || path === "" ? {} : { path }) };
  const label = { integrity, sources: [source.key] };
  if (integrity === "untrusted")
    return { isExact, label, origin: { kind: "outside", title: "text from outside", ...place } };
  const kind = integrity === "author" || integrity === "user" ? integrity : "record";
  return { isExact, label, origin: { kind, title: source.title, ...place } };
}

/** Where a value came from before it was filtered, picked or summed. */
function carriedAt(source: LabelledText, path: string): TracedArgument | undefined {
  const carried = source.kind === "result" ? source.carried : undefined;
  return carried !== undefined && Object.hasOwn(carried, path) ? carried[path] : undefined;
}
