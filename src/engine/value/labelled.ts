import { authorLabel, joinLabels, type Label } from "./label.ts";
import type { JsonValue } from "./json.ts";

/** A value on a wire, with what is known about where it came from. */
export interface Labelled {
  readonly data: JsonValue;
  readonly label: Label;
  /** Who decided that it goes on, where that was settled on the way: a person at a gate. */
  readonly control?: Label;
}

// A value from outside may look like a Labelled; only what was made here is one.
const made = new WeakSet<object>();

export function labelled(data: JsonValue, label: Label, control?: Label): Labelled {
  const value: Labelled = { data, label, ...(control === undefined ? {} : { control }) };
  made.add(value);
  return value;
}

export function isLabelled(value: JsonValue | Labelled): value is Labelled {
  return typeof value === "object" && value !== null && made.has(value);
}

/** The label of everything a step has read. A step that reads nothing is the author's. */
export function joinedLabel(values: Iterable<Labelled>): Label {
  const labels = [...values].map((value) => value.label);
  return labels.length === 0 ? authorLabel : joinLabels(labels);
}
