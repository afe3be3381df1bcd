import { parseCanonical } from "../canonical.ts";
import { disclosureRow, paths, type Manifest } from "../bundle/layout.ts";
import { unpackLines } from "../bundle/lines.ts";
import { openDisclosure } from "../disclosure.ts";
import type { JsonValue } from "../event.ts";
import type { LedgerEntry } from "../ledger.ts";
import type { TraceLine } from "../line.ts";
import { memberBytes, type Container } from "./container.ts";
import { attempt, demand } from "./fault.ts";

export type Values = Readonly<Record<string, JsonValue>>;

export interface CheckedValues {
  /** The shown values of each step. */
  readonly bySeq: ReadonlyMap<number, Values>;
  readonly erased: number;
  readonly withheld: number;
}

/** Each shown value is the recorded one, and each missing one is accounted for: erased in the ledger or withheld here. */
export function checkValues(
  container: Container,
  lines: readonly TraceLine[],
  entries: readonly LedgerEntry[],
): CheckedValues {
  const shown = shownValues(container, lines);
  const erased = erasedValues(entries);
  const withheld = withheldValues(container.manifest);
  const hidden = withheld.size;
  let gone = 0;
  for (const { seq, sd } of lines) {
    for (const [field, digest] of Object.entries(sd)) {
      const place = `${seq} ${field}`;
      const isShown = Object.hasOwn(shown.get(seq) ?? {}, field);
      if (erased.has(place)) {
        demand(!isShown, "E43", { step: seq });
        demand(erased.get(place) === digest && !withheld.has(place), "E42", { step: seq });
        erased.delete(place);
        gone++;
      } else if (!isShown) {
        demand(withheld.delete(place), "E42", { step: seq });
      }
    }
  }
  demand(withheld.size === 0, "E42", { part: paths.manifest });
  demand(erased.size === 0, "E42", { part: paths.ledger });
  return { bySeq: shown, erased: gone, withheld: hidden };
}

function shownValues(container: Container, lines: readonly TraceLine[]): Map<number, Values> {
  const part = paths.disclosures;
  const rows = attempt("E40", { part }, () => unpackLines(memberBytes(container, part)));
  const values = new Map<number, [string, JsonValue][]>();
  let before = { seq: -1, field: "" };
  for (const text of rows) {
    const { d, seq } = attempt("E40", { part }, () => disclosureRow.parse(parseCanonical(text)));
    const { field, value, digest } = attempt("E40", { step: seq, part }, () => openDisclosure(d));
    const later = seq > before.seq || (seq === before.seq && field > before.field);
    demand(later, "E40", { step: seq, part });
    const sd = lines[seq]?.sd ?? {};
    demand(Object.hasOwn(sd, field) && sd[field] === digest, "E41", { step: seq });
    values.set(seq, [...(values.get(seq) ?? []), [field, value]]);
    before = { seq, field };
  }
  return new Map([...values].map(([seq, fields]) => [seq, Object.fromEntries(fields)]));
}

function erasedValues(entries: readonly LedgerEntry[]): Map<string, string> {
  return new Map(
    entries.flatMap((entry) =>
      entry.type === "redact" ? [[`${entry.seq} ${entry.field}`, entry.digest] as const] : [],
    ),
  );
}

function withheldValues({ withheld }: Manifest): Set<string> {
  const places = new Set(withheld.map(({ seq, field }) => `${seq} ${field}`));
  demand(places.size === withheld.length, "E03", {
    part: paths.manifest,
    message: "The list of withheld values names one twice.",
  });
  return places;
}
