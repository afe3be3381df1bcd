import { paths, type Manifest } from "../bundle/layout.ts";
import type { JsonValue } from "../event.ts";
import type { LedgerEntry } from "../ledger.ts";
import type { TraceLine } from "../line.ts";
import { demand, Fault, settled } from "./fault.ts";
import type { ShownRow, ShownRows } from "./shown-rows.ts";

export type Values = Readonly<Record<string, JsonValue>>;

/**
 * Each shown value is the recorded one, and each missing one is accounted for: erased in the ledger or withheld here. Steps come in
 * their order; what is found is kept until the end, because whatever is wrong with a row comes before what is missing.
 */
export interface ValueCheck {
  /** The shown values of the next step. */
  step(line: TraceLine): Promise<Values>;
  /** Characters of the disclosures so far. */
  length(): number;
  /** After the last step: how many values were erased and withheld. Throws the first Fault. */
  readonly end: () => Promise<{ readonly erased: number; readonly withheld: number }>;
}

export function createValueCheck(rows: ShownRows, entries: readonly LedgerEntry[], { withheld }: Manifest): ValueCheck {
  const erased = erasedValues(entries);
  const left = new Set(withheld.map(({ seq, field }) => `${seq} ${field}`));
  const isListedTwice = left.size !== withheld.length;
  let inRows: Fault | undefined;
  let inAccount: Fault | undefined;
  let gone = 0;
  let length = 0;

  function account({ seq, sd }: TraceLine, shown: Values): void {
    for (const [field, digest] of Object.entries(sd)) {
      const place = `${seq} ${field}`;
      const isShown = Object.hasOwn(shown, field);
      if (erased.has(place)) {
        demand(!isShown, "E43", { step: seq });
        demand(erased.get(place) === digest && !left.has(place), "E42", { step: seq });
        erased.delete(place);
        gone++;
      } else if (!isShown) {
        demand(left.delete(place), "E42", { step: seq });
      }
    }
  }

  return {
    async step(line) {
      const found = inRows === undefined ? await rows.upTo(line.seq) : [];
      for (const row of found) length += row.length;
      const wrong = found.find((row) => !isRecorded(row, line));
      inRows ??= wrong === undefined ? rows.fault() : new Fault("E41", { step: wrong.seq });
      const shown = Object.fromEntries(found.map(({ field, value }) => [field, value]));
      if (inAccount === undefined && inRows === undefined) {
        const counted = settled(() => account(line, shown));
        if ("fault" in counted) inAccount = counted.fault;
      }
      return shown;
    },
    length: () => length,
    async end() {
      const [beyond] = inRows === undefined ? await rows.upTo(Number.MAX_SAFE_INTEGER) : [];
      inRows ??= beyond === undefined ? rows.fault() : new Fault("E41", { step: beyond.seq });
      if (inRows !== undefined) throw inRows;
      demand(!isListedTwice, "E03", {
        part: paths.manifest,
        message: "The list of withheld values names one twice.",
      });
      if (inAccount !== undefined) throw inAccount;
      demand(left.size === 0, "E42", { part: paths.manifest });
      demand(erased.size === 0, "E42", { part: paths.ledger });
      return { erased: gone, withheld: withheld.length };
    },
  };
}

function isRecorded({ seq, field, digest }: ShownRow, line: TraceLine): boolean {
  return seq === line.seq && Object.hasOwn(line.sd, field) && line.sd[field] === digest;
}

function erasedValues(entries: readonly LedgerEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap((entry) =>
      entry.type === "redact" ? [[`${entry.seq} ${entry.field}`, entry.digest] as const] : [],
    ),
  );
}
