import {
  type ArgumentRole,
  atLeast,
  type Integrity,
  isJsonArray,
  isJsonObject,
  jsonToText,
  type JsonValue,
} from "#engine";
import { fieldOrigin } from "./field-origin.ts";
import { sinkIntegrity } from "./guarded-roles.ts";
import { leaves, roleOf } from "./leaves.ts";
import type { LabelledText } from "./origin.ts";
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
}

export interface IndexedField {
  readonly path: string;
  /** The field as text, folded. */
  readonly plain: string;
  readonly form: ScalarForm;
  readonly integrity: Integrity;
}

export type IndexedSource = IndexedText | IndexedResult;

/** Sources are immutable and seen again on every hop of an agent, so each is taken apart once. */
const memory = new WeakMap<LabelledText, { readonly today: string | undefined; readonly indexed: IndexedSource }>();

export function indexed(source: LabelledText, today: string | undefined): IndexedSource {
  const known = memory.get(source);
  if (known !== undefined && known.today === today) return known.indexed;
  const made: IndexedSource =
    source.kind === "text"
      ? { kind: "text", source, index: indexText(source.text, today), plain: folded(source.text) }
      : { kind: "result", source, fields: fieldsOf(source) };
  memory.set(source, { today, indexed: made });
  return made;
}

function fieldsOf(source: ResultSource): readonly IndexedField[] {
  return leaves(source.value).flatMap(({ path, value }) => {
    const form = scalarForm(value);
    if (form === undefined) return [];
    const isSystem = fieldOrigin(source.origins, path) === "system";
    return [
      {
        path,
        plain: folded(jsonToText(value)),
        form,
        integrity: isSystem ? systemIntegrity(source, path) : "untrusted",
      },
    ];
  });
}

/** A system field is `resolved` in the one record that a trusted query selected or that this run created, else `structured`. */
function systemIntegrity(source: ResultSource, path: string): Integrity {
  const isOnly = isOnlyRecord(source.value, path.split(/(?<!\\)\./).slice(0, -1));
  return isOnly && (source.created || isTrustedQuery(source)) ? "resolved" : "structured";
}

/** No list with several entries on the way: nobody could have chosen another record. */
function isOnlyRecord(value: JsonValue | undefined, steps: readonly string[]): boolean {
  if (isJsonArray(value) && value.length !== 1) return false;
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  if (isJsonArray(value)) return isOnlyRecord(value[Number(step)], rest);
  const name = step.replaceAll("\\.", ".");
  return isJsonObject(value) && Object.hasOwn(value, name) && isOnlyRecord(value[name], rest);
}

/** At least one argument says which record, and nothing that steers the query came from outside. */
function isTrustedQuery({ query, queryRoles }: ResultSource): boolean {
  const steering = Object.entries(query).map(([path, traced]) => ({ role: roleOf(queryRoles, path), traced }));
  const guarded = steering.filter(({ role }) => role !== "flag");
  const selects = (role: ArgumentRole): boolean => role === "id" || role === "target";
  return (
    guarded.some(({ role }) => selects(role)) &&
    guarded.every(({ traced }) => atLeast(traced.label.integrity, sinkIntegrity))
  );
}
