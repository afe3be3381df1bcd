import { z } from "zod";

/**
 * How far a value can be trusted, from most to least. `author`: written into the flow; `user`: written by the person who
 * speaks; `resolved`: the id of the single record that a trusted query selected, or of an object this run created;
 * `structured`: a field that a tool's own system fills (amount, timestamp); `untrusted`: text that anybody may have
 * written, and everything a model composed from it.
 */
export const integrityLevels = ["author", "user", "resolved", "structured", "untrusted"] as const;
export const integrity = z.enum(integrityLevels);
export type Integrity = z.infer<typeof integrity>;

/** A value's integrity and the step keys (`t1/in`, `t1/agent/0/h1.c0#note`) of the values it was made from. */
export const label = z.strictObject({ integrity, sources: z.array(z.string()) });
export type Label = z.infer<typeof label>;

export const authorLabel: Label = { integrity: "author", sources: [] };

/** The label of a value that was made from all of these: the lowest integrity, every source once. */
export function joinLabels(labels: readonly Label[]): Label {
  let lowest = 0;
  const sources = new Set<string>();
  for (const each of labels) {
    lowest = Math.max(lowest, integrityLevels.indexOf(each.integrity));
    for (const source of each.sources) sources.add(source);
  }
  return { integrity: integrityLevels[lowest] ?? "untrusted", sources: [...sources].sort() };
}

/** True when `value` may stand where at least `required` is needed. */
export function atLeast(value: Integrity, required: Integrity): boolean {
  return integrityLevels.indexOf(value) <= integrityLevels.indexOf(required);
}
