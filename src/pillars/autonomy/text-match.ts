import type { JsonValue } from "#engine";
import { type DayMention, daysIn, meansDay, parseDay, parseTime, timesIn } from "./dates.ts";
import { currencyOf, exactNumber, type NumberMention, numbersIn } from "./numbers.ts";
import { hidesCharacters, standsIn, valueWords, type Words, wordsOf } from "./tokens.ts";

/** A text taken apart for comparing. */
export interface TextIndex {
  readonly words: Words;
  readonly numbers: readonly NumberMention[];
  readonly days: readonly DayMention[];
  readonly times: readonly number[];
}

export function indexText(text: string, today?: string): TextIndex {
  const words = wordsOf(text);
  return { words, numbers: numbersIn(words.fine), days: daysIn(words.fine, today), times: timesIn(words.fine) };
}

/**
 * How a value stands in a text. `exact`: as whole words, or as the same number. `loose`: only by reading the text, as a
 * date in words or a currency sign; that is not enough where the same value also stands in outside text.
 */
export type Match = "exact" | "loose" | undefined;

export function matchText(value: JsonValue, text: TextIndex, today?: string): Match {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (typeof value === "string" && standsIn(value, text.words)) return "exact";
  const amount = amountOf(value);
  if (amount !== undefined && text.numbers.some((mention) => isSameAmount(mention, amount))) return "exact";
  if (typeof value === "number") return undefined;
  return isCurrencyIn(value, text) || isMomentIn(value.trim(), text, today) ? "loose" : undefined;
}

/** A scalar taken apart for comparing with another one; undefined for what carries no words (null, booleans, containers). */
export interface ScalarForm {
  readonly text: string;
  readonly amount: NumberMention | undefined;
}

export function scalarForm(value: JsonValue): ScalarForm | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (typeof value === "string" && hidesCharacters(value)) return { text: value, amount: undefined };
  const text = typeof value === "string" ? valueWords(value).join(" ") : String(value);
  return text === "" ? undefined : { text, amount: amountOf(value) };
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

function isCurrencyIn(value: string, text: TextIndex): boolean {
  const [word, ...more] = valueWords(value);
  const currency = more.length === 0 ? currencyOf(word) : undefined;
  return currency !== undefined && text.numbers.some((mention) => mention.currency === currency);
}

/** A date, a time or both; a time of day that nobody said may only be midnight, which stands for the day. */
function isMomentIn(value: string, text: TextIndex, today: string | undefined): boolean {
  const day = parseDay(value);
  const time = parseTime(value);
  if (day !== undefined && !text.days.some((mention) => meansDay(mention, day, today))) return false;
  if (day === undefined && time === undefined) return false;
  if (time === undefined || text.times.includes(time)) return true;
  return day !== undefined && time === 0 && text.times.length === 0;
}
