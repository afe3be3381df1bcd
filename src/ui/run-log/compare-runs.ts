import type { EventKind, RunEvent } from "#engine";
import { normalise } from "#pillars/trace";
import type { NormalEvent } from "#pillars/trace";
import type { DifferenceKind, RunDifference } from "../trace/trace-data.ts";

const families: Readonly<Record<string, DifferenceKind>> = {
  node: "path",
  edge: "path",
  turn: "path",
  llm: "model",
  message: "model",
  privilege: "decision",
  approval: "decision",
  guardrail: "decision",
  limit: "decision",
  budget: "decision",
  tool: "result",
  sandbox: "result",
  retrieval: "result",
};

/** Characters of a value that differs that are shown. */
const longest = 120;

/**
 * Where two runs did not do the same: steps are laid side by side by their key, and what belongs to one execution (times, ids,
 * salts) is taken away first. In the order of the left run; what only the right one did stands after what it did before.
 */
export function compareRuns(left: readonly RunEvent[], right: readonly RunEvent[]): readonly RunDifference[] {
  const [ours, theirs] = [placed(left), placed(right)];
  const found: { readonly order: number; readonly difference: RunDifference }[] = [];
  for (const [place, one] of ours) {
    const other = theirs.get(place);
    const field = other === undefined ? undefined : differingField(one.normal, other.normal);
    if (other !== undefined && field === undefined) continue;
    found.push({ order: one.seq, difference: differenceOf(one, other, field) });
  }
  let after = -1;
  for (const [place, other] of theirs) {
    const one = ours.get(place);
    if (one !== undefined) after = one.seq;
    else found.push({ order: after + 0.5, difference: differenceOf(undefined, other, undefined) });
  }
  return found.toSorted((a, b) => a.order - b.order).map(({ difference }) => difference);
}

interface Placed {
  readonly seq: number;
  readonly kind: EventKind;
  readonly normal: NormalEvent;
}

/** Steps in their own order by key, kind and how often that came before. */
function placed(events: readonly RunEvent[]): ReadonlyMap<string, Placed> {
  const normal = new Map(normalise(events).map((each) => [`${each.key} ${each.kind} ${each.ordinal}`, each]));
  const seen = new Map<string, number>();
  const all = new Map<string, Placed>();
  for (const { key, kind, seq } of events) {
    const ordinal = seen.get(`${key} ${kind}`) ?? 0;
    seen.set(`${key} ${kind}`, ordinal + 1);
    const place = `${key} ${kind} ${ordinal}`;
    const plain = normal.get(place);
    if (plain !== undefined) all.set(place, { seq, kind, normal: plain });
  }
  return all;
}

interface DifferingField {
  readonly name: string;
  readonly left: string;
  readonly right: string;
}

function differingField(left: NormalEvent, right: NormalEvent): DifferingField | undefined {
  for (const part of ["values", "attrs"] as const)
    for (const name of new Set([...Object.keys(left[part]), ...Object.keys(right[part])])) {
      const [one, other] = [left[part][name], right[part][name]];
      if (textOf(one) === textOf(other)) continue;
      const leaf = differingLeaf(one, other, name);
      return { name: leaf.name, ...excerpts(textOf(leaf.left), textOf(leaf.right)) };
    }
  return undefined;
}

type Value = NormalEvent["values"][string] | undefined;

/** The first place inside two records or lists at which they part, by the way to it: "result.refunded". */
function differingLeaf(left: Value, right: Value, name: string): { name: string; left: Value; right: Value } {
  if (!isNested(left) || !isNested(right)) return { name, left, right };
  const [ours, theirs] = [new Map(Object.entries(left)), new Map(Object.entries(right))];
  const part = [...new Set([...ours.keys(), ...theirs.keys()])].find(
    (each) => textOf(ours.get(each)) !== textOf(theirs.get(each)),
  );
  return part === undefined
    ? { name, left, right }
    : differingLeaf(ours.get(part), theirs.get(part), `${name}.${part}`);
}

function isNested(value: Value): value is Extract<Value, object> {
  return typeof value === "object" && value !== null;
}

function textOf(value: Value): string {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

/** Both texts from shortly before where they part. */
function excerpts(left: string, right: string): { left: string; right: string } {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  const from = Math.max(0, at - 40);
  const cut = (text: string) =>
    (from > 0 ? "…" : "") + text.slice(from, from + longest) + (text.length > from + longest ? "…" : "");
  return { left: cut(left), right: cut(right) };
}

function differenceOf(
  left: Placed | undefined,
  right: Placed | undefined,
  field: DifferingField | undefined,
): RunDifference {
  const kind = left?.kind ?? right?.kind ?? "";
  return {
    kind: families[kind.split(".")[0] ?? ""] ?? "other",
    ...(left !== undefined && { left: left.seq }),
    ...(right !== undefined && { right: right.seq }),
    ...(field !== undefined && { field }),
  };
}
