import { type ArgumentRole, atLeast, type Integrity, isJsonArray, jsonToText, type JsonValue } from "#engine";
import { withoutExclusions } from "./exclusions.ts";
import { fieldOrigin } from "./field-origin.ts";
import { sinkIntegrity } from "./guarded-roles.ts";
import { childAt, leaves, pathSteps, roleOf } from "./leaves.ts";
import type { LabelledText, TraceContext, TracedArguments } from "./origin.ts";
import { indexText, type ScalarForm, scalarForm, type TextIndex } from "./text-match.ts";
import { folded } from "./tokens.ts";

type TextSource = Extract<LabelledText, { kind: "text" }>;
type ResultSource = Extract<LabelledText, { kind: "result" }>;

export interface IndexedText {
  readonly kind: "text";
  readonly source: TextSource;
  readonly index: TextIndex;
  /** The whole text, folded. */
  readonly plain: string;
}

export interface IndexedResult {
  readonly kind: "result";
  readonly source: ResultSource;
  readonly fields: readonly IndexedField[];
  /** Trusted words have queried it. What this run made is not enough: it repeats what it was made of. */
  readonly isAskedFor: boolean;
}

export interface IndexedField {
  readonly path: string;
  /** The field as text, folded. */
  readonly plain: string;
  readonly form: ScalarForm;
  readonly integrity: Integrity;
  /** Filled by the tool's own system. */
  readonly isSystem: boolean;
  /** In a result without alternatives: there is no other record. */
  readonly isOnlyRecord: boolean;
}

export type IndexedSource = IndexedText | IndexedResult;

/** Sources are immutable and seen again on every hop of an agent, so each is taken apart once. */
const memory = new WeakMap<LabelledText, { readonly today: string | undefined; readonly indexed: IndexedSource }>();

export function indexed(source: LabelledText, today: string | undefined): IndexedSource {
  const known = memory.get(source);
  if (known !== undefined && known.today === today) return known.indexed;
  const made: IndexedSource =
    source.kind === "text"
      ? { kind: "text", source, index: indexText(said(source), today), plain: folded(source.text) }
      : indexedResult(source);
  memory.set(source, { today, indexed: made });
  return made;
}

/** The words of the person and of the flow, taken apart. */
export function trustedTexts({ values, today }: TraceContext): readonly TextIndex[] {
  return values.flatMap((source) => trustedText(indexed(source, today)));
}

export function trustedText(source: IndexedSource): readonly TextIndex[] {
  return source.kind === "text" && atLeast(source.source.integrity, "user") ? [source.index] : [];
}

/** What a trusted text means; what it says that it does not mean lends no value any trust. */
function said({ integrity, text }: TextSource): string {
  return atLeast(integrity, "user") ? withoutExclusions(text) : text;
}

function indexedResult(source: ResultSource): IndexedResult {
  const isAskedFor = isTrustedQuery(source);
  const integrityOfRecord = source.created || isAskedFor ? "resolved" : "structured";
  return { kind: "result", source, isAskedFor, fields: fieldsOf(source, integrityOfRecord) };
}

/** A system field is `resolved` in the one record that a trusted query selected or that this run created, else `structured`. */
function fieldsOf(source: ResultSource, integrityOfRecord: Integrity): readonly IndexedField[] {
  return leaves(source.value).flatMap(({ path, value }) => {
    const form = scalarForm(value);
    if (form === undefined) return [];
    if (source.carried !== undefined) return [carriedField(source.carried, path, value, form)];
    const isSystem = fieldOrigin(source.origins, path) === "system";
    const isOnly = isOnlyRecord(source.value, pathSteps(path).slice(0, -1));
    const integrity = !isSystem ? "untrusted" : isOnly ? integrityOfRecord : "structured";
    return [{ path, plain: folded(jsonToText(value)), form, integrity, isSystem, isOnlyRecord: isOnly }];
  });
}

function carriedField(carried: TracedArguments, path: string, value: JsonValue, form: ScalarForm): IndexedField {
  const integrity = (Object.hasOwn(carried, path) ? carried[path] : undefined)?.label.integrity ?? "untrusted";
  return {
    path,
    plain: folded(jsonToText(value)),
    form,
    integrity,
    isSystem: atLeast(integrity, "structured"),
    isOnlyRecord: false,
  };
}

/** No list with several entries on the way: nobody could have chosen another record. */
function isOnlyRecord(value: JsonValue | undefined, steps: readonly string[]): boolean {
  if (isJsonArray(value) && value.length !== 1) return false;
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  const child = childAt(value, step);
  return child !== undefined && isOnlyRecord(child, rest);
}

/** At least one argument says which record, and nothing that steers the query came from outside. */
function isTrustedQuery(source: ResultSource): boolean {
  const selects = (role: ArgumentRole): boolean => role === "id" || role === "target";
  return isSteeredByTrust(source) && steering(source).some(({ role }) => selects(role));
}

/** Nothing that steers the query came from outside. What was worked out of other values is worth what they were, and no more. */
export function isSteeredByTrust(source: ResultSource): boolean {
  if (source.carried !== undefined) return false;
  return steering(source).every(({ integrity }) => atLeast(integrity, sinkIntegrity));
}

function steering({ query, queryRoles }: ResultSource) {
  return Object.entries(query)
    .map(([path, { label }]) => ({ role: roleOf(queryRoles, path), integrity: label.integrity }))
    .filter(({ role }) => role !== "flag");
}
