import type { StoredDisclosure } from "../disclosure.ts";
import { readLine } from "../line.ts";
import { byStepThenField } from "../memory-store.ts";
import type { TraceStore } from "../store.ts";
import { TraceError } from "../trace-error.ts";
import { mayDecide } from "./cosigned.ts";
import { compressParts, type Gzip } from "./gzip.ts";
import { mostDerivedSteps, type Manifest } from "./layout.ts";
import { createLineParts } from "./lines.ts";
import { pagesOf } from "./pages.ts";

/** True for values to leave out of a copy. */
export type Withhold = (value: { readonly seq: number; readonly field: string; readonly kind: string }) => boolean;

/** The two long members of a run, and what the rest of its bundle has to know of the lines: a long run is never held as a whole. */
export interface PackedLog {
  /** Number of lines. */
  readonly size: number;
  readonly events: Uint8Array;
  readonly disclosures: Uint8Array;
  /** The first line. */
  readonly opening: string;
  /** Every line that may be a person's decision. */
  readonly decisions: readonly string[];
  readonly withheld: Manifest["withheld"];
  /** Of a run that is short enough to be copied in other forms: its lines, and the values that this copy shows. */
  readonly whole?: { readonly lines: readonly string[]; readonly shown: readonly StoredDisclosure[] };
}

interface Source {
  readonly store: TraceStore;
  readonly origin: string;
  readonly size: number;
  readonly withhold?: Withhold | undefined;
  readonly gzip: Gzip | undefined;
}

/** Packs lines and values side by side while the store is read. Throws TraceError `truncated` when the store has fewer lines. */
export async function packLog(source: Source): Promise<PackedLog> {
  const { size, gzip } = source;
  const seen: Seen = {
    opening: "",
    decisions: [],
    withheld: [],
    lines: [],
    shown: [],
    isKept: size <= mostDerivedSteps,
  };
  const [events, disclosures] = await Promise.all([
    compressParts(linesOf(source, seen), gzip),
    compressParts(valuesOf(source, seen), gzip),
  ]);
  const { opening, decisions, withheld, lines, shown, isKept } = seen;
  return { size, events, disclosures, opening, decisions, withheld, ...(isKept && { whole: { lines, shown } }) };
}

/** What is remembered of pages that have gone by. */
interface Seen {
  opening: string;
  readonly decisions: string[];
  readonly withheld: { seq: number; field: string }[];
  readonly lines: string[];
  readonly shown: StoredDisclosure[];
  readonly isKept: boolean;
}

async function* linesOf({ store, origin, size }: Source, seen: Seen): AsyncGenerator<Uint8Array> {
  const parts = createLineParts();
  for await (const { rows: lines, from, to } of pagesOf(size, (start, end) => store.lines(origin, start, end))) {
    if (lines.length < to - from) throw new TraceError("truncated");
    if (seen.opening === "") seen.opening = lines[0] ?? "";
    seen.decisions.push(...lines.filter(mayDecide));
    if (seen.isKept) seen.lines.push(...lines);
    yield* parts(lines);
  }
}

async function* valuesOf(source: Source, seen: Seen): AsyncGenerator<Uint8Array> {
  const { store, origin, size } = source;
  const parts = createLineParts();
  for await (const { from, to, rows } of pagesOf(size, (start, end) => store.disclosures(origin, start, end))) {
    const shown = await divided(source, { from, to, values: rows.toSorted(byStepThenField) }, seen);
    if (seen.isKept) seen.shown.push(...shown);
    yield* parts(shown.map(disclosureLine));
  }
}

/** The values that this copy shows; the others are noted. Their steps are read once more, as only copies that go without something ask. */
async function divided(
  { store, origin, withhold }: Source,
  { from, to, values }: { readonly from: number; readonly to: number; readonly values: readonly StoredDisclosure[] },
  seen: Seen,
): Promise<readonly StoredDisclosure[]> {
  if (withhold === undefined || values.length === 0) return values;
  const lines = await store.lines(origin, from, to);
  return values.filter(({ seq, field }) => {
    const { kind } = readLine(lines[seq - from] ?? "");
    const isHidden = withhold({ seq, field, kind });
    if (isHidden) seen.withheld.push({ seq, field });
    return !isHidden;
  });
}

// The one canonical spelling: a disclosure is Base64url, so nothing in it needs escaping.
function disclosureLine({ text, seq }: StoredDisclosure): string {
  return `{"d":"${text}","seq":${seq}}`;
}
