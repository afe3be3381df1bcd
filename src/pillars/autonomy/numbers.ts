import { wordsOf } from "./tokens.ts";

/** A number in a text, exact and in one form ("1250", "0.5", "-3"), with its currency if one stands beside it. */
export interface NumberMention {
  readonly number: string;
  readonly currency?: string;
  /** How many words it takes: "1 250" takes two. */
  readonly length?: number;
}

const symbols: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
  "¥": "JPY",
  "₹": "INR",
  "₩": "KRW",
};

const currencyNames: ReadonlyMap<string, string> = new Map([
  ...["eur", "euro", "euros"].map((name) => [name, "EUR"] as const),
  ...["usd", "dollar", "dollars", "dólares"].map((name) => [name, "USD"] as const),
  ...["gbp", "pound", "pounds", "pfund"].map((name) => [name, "GBP"] as const),
  ...["jpy", "yen", "chf", "sek", "nok", "dkk", "pln", "czk", "inr"].map(
    (name) => [name, name === "yen" ? "JPY" : name.toUpperCase()] as const,
  ),
]);

/** Number words from two up. Words for one are left out: in most languages they are articles. */
export const numberWords: ReadonlyMap<string, string> = new Map(
  [
    "two three four five six seven eight nine ten eleven twelve",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "due tre quattro cinque sei sette otto nove dieci undici dodici",
  ].flatMap((language) => language.split(" ").map((word, index) => [word, String(index + 2)] as const)),
);

/** The numbers among words, with the currency that stands before or after each; "1 250" is read as one number and as two. */
export function numbersIn(words: readonly string[]): readonly NumberMention[] {
  return words.flatMap((word, index) => {
    const readings = [{ ...numberWord(word), length: 1 }, groupedBySpaces(words, index)];
    return readings.flatMap((read) => (read === undefined ? [] : mention(words, index, read)));
  });
}

function mention(
  words: readonly string[],
  index: number,
  { number, currency, length }: ReadNumber & { readonly length: number },
): readonly NumberMention[] {
  if (number === undefined) return [];
  const beside = currency ?? currencyOf(words[index + length]) ?? currencyOf(words[index - 1]);
  return [{ number, length, ...(beside === undefined ? {} : { currency: beside }) }];
}

/** The numbers that a text says. */
export function numbersSaid(text: string): readonly number[] {
  return numbersIn(wordsOf(text).fine).map(({ number }) => Number(number));
}

/** The currency a word names: `€`, `euros`, `chf`. */
export function currencyOf(word: string | undefined): string | undefined {
  return word === undefined ? undefined : (symbols[word] ?? currencyNames.get(word));
}

interface ReadNumber {
  readonly number?: string;
  readonly currency?: string;
}

/** "1 250,00": French and Swedish group thousands by spaces, which the words are already split at. */
function groupedBySpaces(
  words: readonly string[],
  start: number,
): (ReadNumber & { readonly length: number }) | undefined {
  if (!/^\d{1,3}$/.test(words[start] ?? "")) return undefined;
  let length = 1;
  while (/^\d{3}$/.test(words[start + length] ?? "")) length++;
  const last = words[start + length] ?? "";
  const ends = /^\d{3}[.,]\d{1,2}\D?$/.test(last) ? 1 : 0;
  if (length + ends < 2) return undefined;
  return { ...numberWord(words.slice(start, start + length + ends).join("")), length: length + ends };
}

/** One word as a number: "1,250.00", "1.250,00", "1'250", "€99", "12%", "zwölf". */
function numberWord(word: string): ReadNumber {
  if (word.length > 40) return {};
  const named = numberWords.get(word);
  if (named !== undefined) return { number: named };
  const shape = /^([+-]?)(\p{Sc}|[a-z]{3})?([+-]?)(\d[\d.,']*?)(?:[.,]-+)?(\p{Sc}|%|[a-z]{3})?$/u.exec(word);
  if (shape === null) return {};
  const [, signBefore, before, signAfter, digits, after] = shape;
  if ([before, after].some((unit) => unit !== undefined && unit !== "%" && currencyOf(unit) === undefined)) return {};
  const number = plainNumber(digits ?? "");
  if (number === undefined) return {};
  const currency = currencyOf(before) ?? currencyOf(after);
  const isNegative = (signBefore === "-" || signAfter === "-") && number !== "0";
  return { number: isNegative ? `-${number}` : number, ...(currency === undefined ? {} : { currency }) };
}

/**
 * Digits with separators as one exact decimal. The last separator is the decimal point when it differs from the others or
 * is not followed by exactly three digits; "1.250" and "1,250" are read as a thousand, which is how people write amounts.
 */
function plainNumber(digits: string): string | undefined {
  const separators = [...digits.matchAll(/[.,']/g)].map(([mark]) => mark);
  const last = separators.at(-1);
  if (last === undefined) return exact(digits, "");
  const [whole = "", fraction = ""] = splitAtLast(digits, last);
  const others = separators.slice(0, -1);
  const isThousands = fraction.length === 3 && !whole.startsWith("0") && others.every((mark) => mark === last);
  if (isThousands || last === "'") return isGrouped(digits, last) ? exact(digits.replaceAll(last, ""), "") : undefined;
  const [group] = others;
  if (others.includes(last) || (group !== undefined && !isGrouped(whole, group))) return undefined;
  return exact(whole.replace(/[.,']/g, ""), fraction);
}

function splitAtLast(digits: string, mark: string): readonly string[] {
  const place = digits.lastIndexOf(mark);
  return [digits.slice(0, place), digits.slice(place + 1)];
}

/** Groups of three, or of two before the last three as in India. */
function isGrouped(digits: string, mark: string): boolean {
  const [first = "", ...groups] = digits.split(mark);
  const isLastFull = groups.at(-1)?.length === 3;
  return (
    isLastFull &&
    first.length >= 1 &&
    first.length <= 3 &&
    groups.slice(0, -1).every((group) => group.length === 3 || group.length === 2)
  );
}

function exact(whole: string, fraction: string): string | undefined {
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  const decimals = fraction.replace(/0+$/, "");
  const integer = whole.replace(/^0+(?=\d)/, "");
  return decimals === "" ? integer : `${integer}.${decimals}`;
}

/** A JSON number in the same form; undefined where JSON would need an exponent. */
export function exactNumber(value: number): string | undefined {
  const shape = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  const number = shape === null ? undefined : exact(shape[2] ?? "", shape[3] ?? "");
  return number === undefined || shape?.[1] !== "-" ? number : `-${number}`;
}
