import { authorLabel, joinLabels, type Label } from "./label.ts";
import type { JsonValue } from "./json.ts";

/** A value on a wire, with what is known about where it came from. */
export interface Labelled {
  readonly data: JsonValue;
  readonly label: Label;
}

export function labelled(data: JsonValue, label: Label): Labelled {
  return { data, label };
}

/** The label of everything a step has read. A step that reads nothing is the author's. */
export function joinedLabel(values: Iterable<Labelled>): Label {
  const labels = [...values].map((value) => value.label);
  return labels.length === 0 ? authorLabel : joinLabels(labels);
}
