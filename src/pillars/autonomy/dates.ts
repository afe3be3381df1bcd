/** A day as people may mean it; without `year` where none was said. */
export interface DayMention {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const monthNames: readonly string[] = [
  "january jan januar jänner janvier janv enero ene gennaio gen",
  "february feb februar février févr febrero febbraio",
  "march mar märz mrz mars marzo",
  "april apr avril avr abril abr aprile",
  "may mai mayo maggio mag",
  "june jun juni juin junio giugno giu",
  "july jul juli juillet juil julio luglio lug",
  "august aug août agosto ago",
  "september sep sept septembre septiembre settembre",
  "october oct oktober okt octobre octubre ottobre ott",
  "november nov novembre noviembre",
  "december dec dezember dez décembre déc diciembre dic dicembre",
];

const months: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const relativeDays: ReadonlyMap<string, number> = new Map([
  ...["today", "heute", "aujourd'hui", "hoy", "oggi"].map((word) => [word, 0] as const),
  ...["tomorrow", "morgen", "demain", "mañana", "domani"].map((word) => [word, 1] as const),
]);

/** The days among words. `today` (ISO) gives "tomorrow" a meaning; without it such words are not dates. */
export function daysIn(words: readonly string[], today?: string): readonly DayMention[] {
  const bare = words.filter((word) => !isLinkWord(word));
  const order = numericOrder(words);
  return bare
    .flatMap((word, index) => [...numericDay(word, order), ...wordDay(bare, index), ...relativeDay(word, today)])
    .filter(isReal);
}

/** What stands first in "3/4/2027"; unknown where it may be either. */
type NumericOrder = "day" | "month" | undefined;

/**
 * In English both orders are written: another date of the same text has to tell. Everywhere else the day comes first.
 */
function numericOrder(words: readonly string[]): NumericOrder {
  const telling = words.flatMap((word) => {
    const [, first, second] = /^(\d{1,2})[-/](\d{1,2})[-/]\d{4}$/.exec(word) ?? [];
    return Number(first) > 12 ? ["day" as const] : Number(second) > 12 ? ["month" as const] : [];
  });
  const [order] = telling;
  if (order !== undefined) return telling.every((each) => each === order) ? order : undefined;
  return words.some((word) => english.has(word)) ? undefined : "day";
}

const english: ReadonlySet<string> = new Set("the and from with please this my at of for".split(" "));

/**
 * The words with a bar in place of each figure that only counts something else: the 13 of "June 13". Such a
 * figure is nobody's order number or amount.
 */
export function withoutDates(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    const beside = [
      words[index - 1],
      words[index + 1],
      isLinkWord(words[index - 1]) ? words[index - 2] : undefined,
      isLinkWord(words[index + 1]) ? words[index + 2] : undefined,
    ];
    const isDay = dayNumber(word) !== undefined && beside.some((each) => months.has(each ?? ""));
    return isDay ? "|" : word;
  });
}

function isLinkWord(word: string | undefined): boolean {
  return word === "de" || word === "of" || word === "the";
}

/** "2026-11-22", "22.11.2026", "22/11/2026" or "11/22/2026"; none where two days can be meant. */
function numericDay(word: string, order: NumericOrder): readonly DayMention[] {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/.exec(word);
  if (iso !== null) return [{ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }];
  const other = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(word);
  if (other === null) return [];
  const [first, second, year] = [Number(other[1]), Number(other[3]), Number(other[4])];
  const dayFirst = { year, month: second, day: first };
  if (other[2] === "." || first === second || first > 12) return [dayFirst];
  if (second > 12 || order === "month") return [{ year, month: first, day: second }];
  return order === "day" ? [dayFirst] : [];
}

/** "22 November 2026", "November 22nd, 2026", "22. November". */
function wordDay(words: readonly string[], index: number): readonly DayMention[] {
  const month = months.get(words[index] ?? "");
  if (month === undefined) return [];
  const before = dayNumber(words[index - 1]);
  const after = dayNumber(words[index + 1]);
  const day = before ?? after;
  if (day === undefined) return [];
  const year = yearNumber(words[index + (before === undefined ? 2 : 1)]);
  return [{ month, day, ...(year === undefined ? {} : { year }) }];
}

function dayNumber(word: string | undefined): number | undefined {
  const shape = /^(\d{1,2})(?:st|nd|rd|th|er|º)?$/.exec(word ?? "");
  return shape === null ? undefined : Number(shape[1]);
}

function yearNumber(word: string | undefined): number | undefined {
  return /^(?:19|20)\d\d$/.test(word ?? "") ? Number(word) : undefined;
}

function relativeDay(word: string, today: string | undefined): readonly DayMention[] {
  const distance = relativeDays.get(word);
  const start = today === undefined ? undefined : parseDay(today);
  return distance === undefined || start === undefined ? [] : [dayAfter(start, distance)];
}

/** The day of an ISO date or date with time; undefined for anything else. */
export function parseDay(text: string): Required<DayMention> | undefined {
  const shape = /^(\d{4})-(\d\d)-(\d\d)(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?$/i.exec(text);
  if (shape === null) return undefined;
  const day = { year: Number(shape[1]), month: Number(shape[2]), day: Number(shape[3]) };
  return isReal(day) ? day : undefined;
}

function dayAfter({ year, month, day }: Required<DayMention>, distance: number): DayMention {
  if (distance === 0) return { year, month, day };
  if (isReal({ year, month, day: day + 1 })) return { year, month, day: day + 1 };
  return month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
}

function isReal({ year, month, day }: DayMention): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year ?? 2024);
}

function daysOf(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * True when `mention` means `date`. A day said without its year means the next such day: this year's, or next year's when
 * it has passed already.
 */
export function meansDay(mention: DayMention, date: Required<DayMention>, today?: string): boolean {
  if (mention.month !== date.month || mention.day !== date.day) return false;
  if (mention.year !== undefined) return mention.year === date.year;
  const now = today === undefined ? undefined : parseDay(today);
  if (now === undefined) return false;
  const hasPassed = mention.month < now.month || (mention.month === now.month && mention.day < now.day);
  return date.year === now.year + (hasPassed ? 1 : 0);
}

/** The time of day in minutes of an ISO time or date with time: "14:30", "2026-11-22T14:30". */
export function parseTime(text: string): number | undefined {
  const shape = /^(?:\d{4}-\d\d-\d\d[t ])?(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?$/i.exec(text);
  return shape === null ? undefined : minutes(Number(shape[1]), Number(shape[2]));
}

/** The zone that an ISO time says, in minutes from UTC; undefined where it says none. */
export function parseZone(text: string): number | undefined {
  const [, zone] = /^(?:\d{4}-\d\d-\d\d[t ])?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(z|[+-]\d\d:?\d\d)$/i.exec(text) ?? [];
  return zone === undefined ? undefined : offset(zone);
}

/** The zones among words: "UTC", "GMT+2", "10:00+02:00", "+02:00". */
export function zonesIn(words: readonly string[]): readonly number[] {
  return words.flatMap((word) => {
    const [, named] = /^(?:utc|gmt|z)?(z|[+-]\d{1,2}(?::?\d\d)?)?$/.exec(word) ?? [];
    const isZone = /^(?:utc|gmt|z)|:/.test(word);
    const zone = parseZone(word) ?? (isZone ? offset(named ?? (/^(?:utc|gmt|z)$/.test(word) ? "z" : "")) : undefined);
    return zone === undefined ? [] : [zone];
  });
}

function offset(zone: string): number | undefined {
  if (/^z$/i.test(zone)) return 0;
  const [, sign, hours, rest = "0"] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(zone) ?? [];
  return hours === undefined ? undefined : (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(rest));
}

/** The times of day among words, in minutes: "14:30", "14h30", "2:30 pm", "9am", "14 Uhr". */
export function timesIn(words: readonly string[]): readonly number[] {
  return words.flatMap((word, index) => {
    const shape = /^(\d{1,2})(?:[:.h](\d\d)?)?(?::\d\d)?(am|pm|h)?$/.exec(word);
    if (shape === null) return [];
    const unit = shape[3] ?? (/^(am|pm|a\.m|p\.m|uhr|h)$/.exec(words[index + 1] ?? "")?.[0] ?? "").replace(".", "");
    const hour = Number(shape[1]);
    if (shape[2] === undefined && unit === "") return [];
    const isTwelveHour = unit === "am" || unit === "pm";
    if (isTwelveHour && (hour < 1 || hour > 12)) return [];
    const time = minutes(isTwelveHour ? (hour % 12) + (unit === "pm" ? 12 : 0) : hour, Number(shape[2] ?? 0));
    return time === undefined ? [] : [time];
  });
}

function minutes(hour: number, minute: number): number | undefined {
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : undefined;
}
