import { integrityLevels, type JsonObject, type JsonValue, type Integrity } from "#engine";
import { type IndexedResult, type IndexedSource, type IndexedText, indexed } from "./index-source.ts";
import { leaves } from "./leaves.ts";
import type { LabelledText, TraceContext, TracedArgument, TracedArguments } from "./origin.ts";
import { isSameScalar, matchText, type ScalarForm, scalarForm } from "./text-match.ts";
import { folded } from "./tokens.ts";

/**
 * Says for each argument a model wrote where it really came from. An argument is trusted only as far as the value it
 * equals; what equals nothing was made up. Equality looks through case, quotes, number forms (1,250.00, 1.250,00, 1250)
 * and date forms, and never matches part of a word.
 */
export function traceArguments(args: JsonObject, context: TraceContext): TracedArguments {
  const sources = context.values.map((source) => indexed(source, context.today));
  const traced = leaves(args)
    .filter(({ path }) => path !== "")
    .map(({ path, value }) => [path, traceValue(value, sources, context.today)] as const);
  return Object.fromEntries(traced);
}

interface Candidate extends TracedArgument {
  readonly isExact: boolean;
}

function traceValue(value: JsonValue, sources: readonly IndexedSource[], today: string | undefined): TracedArgument {
  const form = scalarForm(value);
  const plain = typeof value === "string" ? { plain: folded(value).trim() } : {};
  const found = form === undefined ? [] : candidates({ ...form, ...plain }, sources, today);
  const isOutsideToo = found.some(({ label }) => label.integrity === "untrusted");
  const usable = isOutsideToo ? found.filter(({ isExact }) => isExact) : found;
  const [best] = [...usable].sort((one, other) => rank(one) - rank(other));
  if (best !== undefined) return { label: best.label, origin: best.origin };
  return {
    label: { integrity: "untrusted", sources: [...new Set(sources.map(({ source }) => source.key))].sort() },
    origin: { kind: "model", title: "written by the agent" },
  };
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
  const place = { key: source.key, ...(path === undefined || path === "" ? {} : { path }) };
  const label = { integrity, sources: [source.key] };
  if (integrity === "untrusted")
    return { isExact, label, origin: { kind: "outside", title: "text from outside", ...place } };
  const kind = integrity === "author" || integrity === "user" ? integrity : "record";
  return { isExact, label, origin: { kind, title: source.title, ...place } };
}
