import type { JsonValue } from "#engine";
import {
  type DayMention,
  daysIn,
  meansDay,
  parseDay,
  parseTime,
  parseZone,
  timesIn,
  withoutDates,
  zonesIn,
} from "./dates.ts";
import { currencyOf, exactNumber, type NumberMention, numbersIn } from "./numbers.ts";
import { folded, type SoughtWords, soughtWords, standsIn, valueWords, type Words, wordsOf } from "./tokens.ts";

/** A text taken apart for comparing. */
export interface TextIndex {
  readonly words: Words;
  readonly numbers: readonly NumberMention[];
  readonly days: readonly DayMention[];
  readonly times: readonly number[];
  readonly zones: readonly number[];
  /** The words that are digits only and no part of a date. */
  readonly figures: ReadonlySet<string>;
  /** Folded. */
  readonly sentences: readonly string[];
}

export function indexText(text: string, today?: string): TextIndex {
  const words = wordsOf(text);
  const undated = withoutDates(words.fine);
  return {
    words,
    numbers: numbersIn(undated),
    days: daysIn(words.fine, today),
    times: timesIn(words.fine),
    zones: zonesIn(words.fine),
    figures: new Set(undated.filter(isFigure)),
    sentences: folded(text)
      .split(/[.!?;]\s|[.!?](?=\p{L}+\s)|\n/u)
      .filter((sentence) => sentence !== ""),
  };
}

/**
 * How a value stands in a text. `exact`: as whole words, or as the same number. `loose`: only by reading the text, as a
 * date in words or a currency sign; that is not enough where the same value also stands in outside text.
 */
export type Match = "exact" | "loose" | undefined;

export function matchText(value: ScalarForm, text: TextIndex, today?: string): Match {
  if (value.sought !== undefined && standsInText(value.sought, text)) return "exact";
  const { amount } = value;
  if (amount !== undefined && text.numbers.some((mention) => isSameAmount(mention, amount))) return "exact";
  return isCurrencyIn(value, text) || isMomentIn(value, text, today) ? "loose" : undefined;
}

/** Whether a text names a field of a record: as a value stands in a text, and a moment by its day alone. */
export function isNamedIn(value: ScalarForm, text: TextIndex, today?: string): boolean {
  const { day } = value;
  if (day !== undefined && text.days.some((mention) => meansDay(mention, day, today))) return true;
  return isTelling(value) && matchText(value, text, today) !== undefined;
}

/** One or two letters or figures stand in any text by chance. */
function isTelling({ text }: ScalarForm): boolean {
  return text.length > 2;
}

/** A lone figure has to stand on its own: the 13 of "June 13" is not file 13. */
function standsInText(sought: SoughtWords, text: TextIndex): boolean {
  const [word = "", ...more] = sought.bare ?? [];
  return more.length === 0 && isFigure(word) ? text.figures.has(word) : standsIn(sought, text.words);
}

function isFigure(word: string): boolean {
  return /^\d+$/.test(word);
}

/** A scalar taken apart for comparing; undefined for what carries no words (null, booleans, containers). */
export interface ScalarForm {
  readonly text: string;
  readonly amount?: NumberMention | undefined;
  /** Of text only: as words, as the name of a currency, as an ISO date or time. */
  readonly sought?: SoughtWords | undefined;
  readonly currency?: string | undefined;
  readonly day?: Required<DayMention> | undefined;
  readonly time?: number | undefined;
  /** Minutes from UTC, where a time says them. */
  readonly zone?: number | undefined;
}

export function scalarForm(value: JsonValue): ScalarForm | undefined {
  if (typeof value === "number") return { text: String(value), amount: amountOf(value) };
  if (typeof value !== "string") return undefined;
  const sought = soughtWords(value);
  if (sought === undefined) return { text: value };
  const text = sought.raw.join(" ");
  if (text === "") return undefined;
  return {
    text,
    sought,
    amount: amountOf(value),
    currency: currencyOf(text),
    day: parseDay(value.trim()),
    time: parseTime(value.trim()),
    zone: parseZone(value.trim()),
  };
}

/** The same words, or the same amount in another form. */
export function isSameScalar(one: ScalarForm, other: ScalarForm): boolean {
  return (
    one.text === other.text ||
    (one.amount !== undefined && other.amount !== undefined && isSameAmount(one.amount, other.amount))
  );
}

/** A currency said on one side only doesn't tell two amounts apart. */
function isSameAmount(one: NumberMention, other: NumberMention): boolean {
  return (
    one.number === other.number &&
    (one.currency === undefined || other.currency === undefined || one.currency === other.currency)
  );
}

/** The value as one amount, when it is nothing else: 1250, "1.250,00", "EUR 12". */
function amountOf(value: string | number): NumberMention | undefined {
  if (typeof value === "number") {
    const number = exactNumber(value);
    return number === undefined ? undefined : { number };
  }
  const words = valueWords(value);
  const figures = words.filter((word) => currencyOf(word) === undefined);
  const [mention, ...more] = numbersIn(words).filter(({ length }) => length === figures.length);
  return more.length === 0 ? mention : undefined;
}

function isCurrencyIn({ currency }: ScalarForm, text: TextIndex): boolean {
  return currency !== undefined && text.numbers.some((mention) => mention.currency === currency);
}

/** A date, a time or both; a time of day that nobody said may only be midnight, which stands for the day. A zone has to be said. */
function isMomentIn({ day, time, zone }: ScalarForm, text: TextIndex, today: string | undefined): boolean {
  if (zone !== undefined && !text.zones.includes(zone)) return false;
  if (day !== undefined && !text.days.some((mention) => meansDay(mention, day, today))) return false;
  if (day === undefined && time === undefined) return false;
  if (time === undefined || text.times.includes(time)) return true;
  return day !== undefined && time === 0 && text.times.length === 0;
}
