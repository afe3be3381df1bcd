import type { IndexedField } from "./index-source.ts";
import type { TrustedWords } from "./selection.ts";

type Direction = "most" | "least";

/** Words that ask for the first of an order, and which names of fields the order may go by; any number where none is named. */
const superlatives: readonly (readonly [Direction, string, RegExp?])[] = [
  [
    "most",
    "largest biggest größte größten plus-grand mayor más-grande grootste maggiore maior",
    /size|bytes|length|amount|total|count/,
  ],
  ["least", "smallest kleinste kleinsten minor menor kleinste", /size|bytes|length|amount|total|count/],
  ["most", "highest höchste höchsten hoogste", /price|amount|total|score|rating|rate|salary|balance/],
  ["least", "lowest niedrigste niedrigsten laagste", /price|amount|total|score|rating|rate|salary|balance/],
  ["least", "cheapest günstigste billigste günstigsten billigsten goedkoopste", /price|cost|amount|total|rate|fee/],
  ["most", "expensive teuerste teuersten duurste", /price|cost|amount|total|rate|fee/],
  ["most", "best beste besten mejor meilleur migliore melhor", /rating|score|stars/],
  [
    "most",
    "latest newest recent last neueste neuesten letzte letzten nieuwste laatste",
    /date|time|created|modified|updated|timestamp|sent/,
  ],
  [
    "least",
    "oldest earliest first älteste ältesten erste ersten oudste eerste",
    /date|time|created|modified|updated|timestamp|sent/,
  ],
];

/** Whether the record at `at` alone comes first in an order that trusted words ask for. */
export function ranksFirst(
  records: readonly ReadonlyMap<string, IndexedField>[],
  at: number,
  { texts }: TrustedWords,
): boolean {
  return superlatives.some(([direction, names, fields]) => {
    const isAsked = names.split(" ").some((name) => texts.some(({ words }) => words.fine.includes(name)));
    return (
      isAsked &&
      [...(records[at]?.keys() ?? [])].some((name) => isOrdering(name, fields) && isFirst(records, at, name, direction))
    );
  });
}

function isOrdering(name: string, fields: RegExp | undefined): boolean {
  return fields?.test(name.toLowerCase()) ?? true;
}

function isFirst(
  records: readonly ReadonlyMap<string, IndexedField>[],
  at: number,
  name: string,
  direction: Direction,
): boolean {
  const values = records.map((record) => orderOf(record.get(name)));
  const own = values[at];
  if (own === undefined || values.includes(undefined)) return false;
  return values.every(
    (value, index) => index === at || (value !== undefined && (direction === "most" ? value < own : value > own)),
  );
}

/** A system's number or date as something to compare; anybody's text orders nothing. */
function orderOf(field: IndexedField | undefined): number | undefined {
  if (field === undefined || !field.isSystem) return undefined;
  const { amount, day, time } = field.form;
  if (day !== undefined) return ((day.year * 12 + day.month) * 31 + day.day) * 1440 + (time ?? 0);
  return amount === undefined ? undefined : Number(amount.number);
}
