import { canonicalize } from "../canonical.ts";
import type { JsonValue, TracedEvent } from "../event.ts";

/** What somebody wants erased. */
export type Sought =
  /** One value of a step (all of them without a field), and every copy of it in the run. */
  | { readonly kind: "value"; readonly seq: number; readonly field?: string }
  /** Every value that has this text in it; capitals and compatibility forms make no difference. */
  | { readonly kind: "text"; readonly text: string }
  /** Everything of the turns that a person began, what they decided, and copies of what they wrote. */
  | { readonly kind: "person"; readonly id: string };

/** A value that a run still shows. */
export interface FoundValue {
  readonly seq: number;
  readonly field: string;
  /** Kind of the event that holds it. */
  readonly kind: string;
  readonly value: JsonValue;
  /** It is not what was named, but holds the same. */
  readonly isCopy: boolean;
}

/** The values of a run that what is sought comes to, in the order of the log. */
export function findValues(events: readonly TracedEvent[], sought: Sought): readonly FoundValue[] {
  const shown = events.flatMap(({ seq, kind, values }) =>
    Object.entries(values)
      .filter(([, value]) => !isEmpty(value))
      .map(([field, value]) => ({ seq, field, kind, value, content: contentOf(value) })),
  );
  const named = new Set(shown.filter(namedBy(sought, events)));
  const likes = sought.kind === "text" ? [] : [...named].flatMap(({ value }) => likeness(value) ?? []);
  return shown.flatMap((each) => {
    const isCopy = !named.has(each);
    if (isCopy && !likes.some((holds) => holds(each.content))) return [];
    const { seq, field, kind, value } = each;
    return [{ seq, field, kind, value, isCopy }];
  });
}

/** Says nothing about anybody, so there is nothing to erase. */
function isEmpty(value: JsonValue): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

/** A value taken apart for comparing: its texts, folded, and every object and list in it. */
interface Content {
  readonly texts: readonly string[];
  readonly parts: ReadonlySet<string>;
}

function contentOf(value: JsonValue): Content {
  return { texts: textsOf(value).map(folded), parts: new Set(objectsOf(value)) };
}

type Shown = Omit<FoundValue, "isCopy"> & { readonly content: Content };

function namedBy(sought: Sought, events: readonly TracedEvent[]): (value: Shown) => boolean {
  switch (sought.kind) {
    case "value":
      return ({ seq, field }) => seq === sought.seq && (sought.field === undefined || field === sought.field);
    case "text": {
      const needle = folded(sought.text);
      return ({ content }) => needle !== "" && content.texts.some((text) => text.includes(needle));
    }
    case "person": {
      const own = new Set(stepsOf(sought.id, events));
      return ({ seq }) => own.has(seq);
    }
  }
}

/** Turns follow one another, so a turn's steps are those up to the next turn. */
function stepsOf(id: string, events: readonly TracedEvent[]): readonly number[] {
  let isTheirs = false;
  return events.flatMap(({ kind, seq, actor }) => {
    if (kind === "turn.start") isTheirs = actor.type === "user" && actor.ref === id;
    const isTheirDeed = (actor.type === "user" || actor.type === "approver") && actor.ref === id;
    return isTheirs || isTheirDeed ? [seq] : [];
  });
}

/** Shorter texts stand in others by chance. */
const shortest = 4;

/** Tells whether a value holds the given one: as a part of it, or its text in a text. Undefined for what says nothing about anybody. */
function likeness(value: JsonValue): ((other: Content) => boolean) | undefined {
  if (value === null || typeof value === "boolean" || typeof value === "number") return undefined;
  const json = canonicalize(value);
  const needle = folded(typeof value === "string" ? value : json);
  if (needle.length < shortest) return undefined;
  return ({ texts, parts }) => parts.has(json) || texts.some((text) => text.includes(needle));
}

function objectsOf(value: JsonValue): readonly string[] {
  if (value === null || typeof value !== "object") return [];
  return [canonicalize(value), ...Object.values(value).flatMap(objectsOf)];
}

function textsOf(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  return value === null || typeof value !== "object"
    ? []
    : [...Object.keys(value), ...Object.values(value).flatMap(textsOf)];
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
