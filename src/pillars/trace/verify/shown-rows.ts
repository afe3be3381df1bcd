import { expandSlices } from "../bundle/gzip.ts";
import { disclosureRow, paths } from "../bundle/layout.ts";
import { textSlices } from "../bundle/line-slices.ts";
import type { ByteSource } from "../bundle/source.ts";
import { parseCanonical } from "../canonical.ts";
import { openDisclosure } from "../disclosure.ts";
import type { JsonValue } from "../event.ts";
import { attempt, demand, settled, type Fault } from "./fault.ts";

/** Characters of all disclosures of one step: a small file can hold more than fits into memory. No writer comes near it. */
const mostOfStep = 64 * 2 ** 20;

/** One shown value as its row has it; whether it is the recorded one is not looked at here. */
export interface ShownRow {
  readonly seq: number;
  readonly field: string;
  readonly value: JsonValue;
  readonly digest: string;
  /** Characters of its disclosure. */
  readonly length: number;
}

/** The rows of the disclosures in their order, to be read alongside the events. */
export interface ShownRows {
  /** The rows up to and with this step that were not taken yet. */
  upTo(seq: number): Promise<readonly ShownRow[]>;
  /** What was wrong with the row behind the last one that was given out (E40). No row follows it. */
  fault(): Fault | undefined;
}

export function createShownRows(member: ByteSource, most = mostOfStep): ShownRows {
  const slices = textSlices(expandSlices(member, true));
  let texts: readonly string[] = [];
  let at = 0;
  let next: ShownRow | undefined;
  let before = { seq: -1, field: "" };
  let ofStep = 0;
  let wrong: Fault | undefined;

  async function peek(): Promise<ShownRow | undefined> {
    if (next !== undefined || wrong !== undefined) return next;
    while (at === texts.length) {
      const { done, value } = await slices.next();
      if (done) return undefined;
      texts = value;
      at = 0;
    }
    const row = settled(() => inOrder(rowOf(texts[at++] ?? "")));
    if ("fault" in row) wrong = row.fault;
    else before = next = row.value;
    return next;
  }

  function inOrder(row: ShownRow): ShownRow {
    const isLater = row.seq > before.seq || (row.seq === before.seq && row.field > before.field);
    demand(isLater, "E40", { step: row.seq, part: paths.disclosures });
    ofStep = row.length + (row.seq === before.seq ? ofStep : 0);
    demand(ofStep <= most, "E40", { step: row.seq, part: paths.disclosures });
    return row;
  }

  return {
    async upTo(seq) {
      const rows: ShownRow[] = [];
      for (let row = await peek(); row !== undefined && row.seq <= seq; row = await peek()) {
        rows.push(row);
        next = undefined;
      }
      return rows;
    },
    fault: () => wrong,
  };
}

function rowOf(text: string): ShownRow {
  const part = paths.disclosures;
  const { d, seq } = attempt("E40", { part }, () => disclosureRow.parse(parseCanonical(text)));
  const { field, value, digest } = attempt("E40", { step: seq, part }, () => openDisclosure(d));
  return { seq, field, value, digest, length: d.length };
}
