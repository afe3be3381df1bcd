import type { TracedEvent } from "../event.ts";
import { csvOf, plainCell } from "../derived/csv-cells.ts";
import type { LedgerLine } from "../ledger.ts";
import { formatTime, parseTime } from "../time.ts";
import { contentOf, type ValueContent } from "./withholding.ts";

/** What a copy of a run shows of what was recorded, and why it does not show the rest. Holds no value itself. */
export interface DisclosureReport {
  /** The run's origin. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly totals: Readonly<Record<ValueState, number>>;
  /** Values that are alike in all that is said of them; ordered by content, kind of step and field. */
  readonly rows: readonly DisclosureRow[];
  /** When copies of the run went out: what was erased since is still in them. */
  readonly copiesOut: readonly number[];
}

/** Erased for good, with an entry in the ledger; withheld from this copy alone; or shown. */
export type ValueState = "shown" | "withheld" | "erased";

export interface DisclosureRow {
  readonly content: ValueContent;
  readonly kind: string;
  readonly field: string;
  /** The id of the person whose step it is; empty for the flow's own. */
  readonly person: string;
  readonly state: ValueState;
  /** Positions of the steps, ascending. */
  readonly steps: readonly number[];
  /** Of an erasure, as the ledger has it. */
  readonly erasure?: { readonly reason: string; readonly by: string; readonly time: number };
}

export interface DisclosureSource {
  readonly origin: string;
  readonly events: readonly Pick<TracedEvent, "seq" | "kind" | "actor" | "digests">[];
  /** The workspace's ledger; what is of other runs is passed over. */
  readonly ledger: readonly LedgerLine[];
  readonly made: number;
  /** True for what the copy goes without. */
  readonly withhold: (value: { readonly seq: number; readonly field: string; readonly kind: string }) => boolean;
}

export function disclosureReport({ origin, events, ledger, made, withhold }: DisclosureSource): DisclosureReport {
  const erased = new Map<string, NonNullable<DisclosureRow["erasure"]>>();
  const copiesOut: number[] = [];
  for (const { entry, time } of ledger) {
    if (entry.run !== origin) continue;
    const at = parseTime(time) ?? 0;
    if (entry.type === "redact")
      erased.set(`${entry.seq} ${entry.field}`, { reason: entry.reason, by: entry.actorRef, time: at });
    else if (entry.type === "export") copiesOut.push(at);
  }
  const values = events.flatMap(({ seq, kind, actor, digests }) =>
    Object.keys(digests).map((field) => {
      const erasure = erased.get(`${seq} ${field}`);
      const state = erasure !== undefined ? "erased" : withhold({ seq, field, kind }) ? "withheld" : "shown";
      const person = actor.type === "user" || actor.type === "approver" ? actor.ref : "";
      return { seq, content: contentOf(kind, field), kind, field, person, state, ...(erasure && { erasure }) } as const;
    }),
  );
  const alike = Map.groupBy(values, ({ seq: _seq, erasure, ...rest }) =>
    JSON.stringify([...Object.values(rest), erasure?.reason, erasure?.by, Math.floor((erasure?.time ?? 0) / 1000)]),
  );
  const rows = [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { seq: _seq, ...row } = first;
    return [{ ...row, steps: group.map(({ seq }) => seq) }];
  });
  const count = (state: ValueState) => values.filter((value) => value.state === state).length;
  const totals = { shown: count("shown"), withheld: count("withheld"), erased: count("erased") };
  return { origin, made, totals, rows: rows.sort(inOrder), copiesOut };
}

const contents: readonly ValueContent[] = ["words", "data", "people", "unknown", "house"];
const states: readonly ValueState[] = ["erased", "withheld", "shown"];

function inOrder(one: DisclosureRow, other: DisclosureRow): number {
  return (
    contents.indexOf(one.content) - contents.indexOf(other.content) ||
    compare(one.kind, other.kind) ||
    compare(one.field, other.field) ||
    compare(one.person, other.person) ||
    states.indexOf(one.state) - states.indexOf(other.state) ||
    (one.erasure?.time ?? 0) - (other.erasure?.time ?? 0)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** One row for values that are alike, for a spreadsheet. */
export function disclosureCsv({ rows }: DisclosureReport): Uint8Array {
  const header = ["state", "content", "kind", "value", "person", "count", "steps", "reason", "erased_by", "erased_at"];
  const cells = rows.map(({ state, content, kind, field, person, steps, erasure }) => [
    state,
    content,
    kind,
    field,
    plainCell(person),
    String(steps.length),
    steps.join(" "),
    plainCell(erasure?.reason),
    plainCell(erasure?.by),
    erasure === undefined ? "" : formatTime(erasure.time),
  ]);
  return csvOf([header, ...cells]);
}

/** The same for programs, times as RFC 3339. */
export function disclosureJson({ origin, made, totals, rows, copiesOut }: DisclosureReport): string {
  const plain = rows.map(({ erasure, steps, ...row }) => ({
    ...row,
    count: steps.length,
    steps,
    ...(erasure && { reason: erasure.reason, erasedBy: erasure.by, erasedAt: formatTime(erasure.time) }),
  }));
  const report = { origin, made: formatTime(made), totals, values: plain, copiesOut: copiesOut.map(formatTime) };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
