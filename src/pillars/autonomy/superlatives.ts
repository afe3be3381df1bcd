import type { IndexedField } from "./index-source.ts";
import type { TrustedWords } from "./selection.ts";
import type { TextIndex } from "./text-match.ts";

type Direction = "most" | "least";

/**
 * Words that ask for the first of an order, and the names of fields that the order may go by, the one that is meant first
 * before others: a file is large by its size, whatever else of it is counted.
 */
const superlatives: readonly (readonly [direction: Direction, words: string, fields: string])[] = [
  [
    "most",
    "largest biggest größte größten plus-grand mayor más-grande grootste maggiore maior",
    "size bytes length amount total count",
  ],
  ["least", "smallest kleinste kleinsten minor menor kleinste", "size bytes length amount total count"],
  ["most", "highest höchste höchsten hoogste", "price amount total score rating rate salary balance"],
  ["least", "lowest niedrigste niedrigsten laagste", "price amount total score rating rate salary balance"],
  ["least", "cheapest günstigste billigste günstigsten billigsten goedkoopste", "price cost amount total rate fee"],
  ["most", "expensive teuerste teuersten duurste", "price cost amount total rate fee"],
  ["most", "best beste besten mejor meilleur migliore melhor", "rating score stars"],
  [
    "most",
    "latest newest recent last neueste neuesten letzte letzten nieuwste laatste",
    "date time created modified updated timestamp sent",
  ],
  [
    "least",
    "oldest earliest first älteste ältesten erste ersten oudste eerste",
    "date time created modified updated timestamp sent",
  ],
];

/** Words that stand before these say when or greet, and order nothing: "last week", "best regards". */
const others: ReadonlySet<string> = new Set(
  `week month year quarter night time weekend monday tuesday wednesday thursday friday saturday sunday name names regards wishes
   woche monat jahr quartal mal nacht wochenende grüße namen`.split(/\s+/),
);

const asked = new WeakMap<TextIndex, ReadonlySet<string>>();

/** The words of a text that may ask for an order. What opens a sentence as "first" is an adverb. */
function orderWords(text: TextIndex): ReadonlySet<string> {
  const known = asked.get(text);
  if (known !== undefined) return known;
  const words = text.sentences.flatMap((sentence) => {
    const all = sentence.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== "");
    return all.filter((word, at) => !others.has(all[at + 1] ?? "") && !(at === 0 && word === "first"));
  });
  const made = new Set(words);
  asked.set(text, made);
  return made;
}

/**
 * Whether the record at `at` alone comes first in an order that trusted words ask for. Words that ask for both ends ("keep the
 * largest, delete the smallest") don't say which one a call is for.
 */
export function ranksFirst(
  records: readonly ReadonlyMap<string, IndexedField>[],
  at: number,
  { texts }: TrustedWords,
): boolean {
  const wanted = superlatives.filter(([, names]) =>
    names.split(" ").some((name) => texts.some((text) => orderWords(text).has(name))),
  );
  return wanted.some(([direction, , fields]) => {
    const isBothEnds = wanted.some(([other, , same]) => other !== direction && same === fields);
    const ordering = orderingNames([...(records[at]?.keys() ?? [])], fields);
    return !isBothEnds && ordering.length > 0 && ordering.every((name) => isFirst(records, at, name, direction));
  });
}

/** The fields an order goes by: of those with the foremost word the one that is called just so, else all of them. */
function orderingNames(names: readonly string[], fields: string): readonly string[] {
  for (const field of fields.split(" ")) {
    const fitting = names.filter((name) => isCalled(wordsOfName(name), field));
    const exact = fitting.filter((name) => wordsOfName(name).length === 1);
    if (fitting.length > 0) return exact.length > 0 ? exact : fitting;
  }
  return [];
}

/** A count of something is not that thing: "rating_count". */
function isCalled(words: readonly string[], field: string): boolean {
  return (
    words.some((word) => word === field || word === `${field}s`) && (field === "count" || !words.includes("count"))
  );
}

function wordsOfName(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf(".") + 1).replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_");
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
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
