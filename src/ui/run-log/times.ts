import type { RunWords } from "../messages/run/index.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span in its largest unit: "41 min". `milliseconds` below zero is over. */
export function span(milliseconds: number, words: RunWords): string {
  const { time } = words;
  if (milliseconds <= 0) return time.over;
  if (milliseconds < minute) return time.seconds(Math.ceil(milliseconds / second));
  if (milliseconds < hour) return time.minutes(Math.round(milliseconds / minute));
  if (milliseconds < 2 * day) return time.hours(Math.round(milliseconds / hour));
  return time.days(Math.round(milliseconds / day));
}

/** How long work took: "3 ms", "0.3 s", "24 min". */
export function took(milliseconds: number, words: RunWords): string {
  if (milliseconds < 100) return words.time.milliseconds(Math.max(1, Math.round(milliseconds)));
  if (milliseconds < 10_000) return words.time.seconds(Number((Math.max(0, milliseconds) / second).toFixed(1)));
  return span(milliseconds, words);
}

export function ago(milliseconds: number, words: RunWords): string {
  return milliseconds < minute ? words.time.justNow : words.time.ago(span(milliseconds, words));
}

/** The clock: "14:02". */
export function clock(time: number, words: RunWords): string {
  return format(time, words, { hour: "2-digit", minute: "2-digit" });
}

/** "14:02:13.482" */
export function exactClock(time: number, words: RunWords): string {
  return format(time, words, { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3 });
}

/** "22 Nov 2026, 14:02" */
export function dateAndClock(time: number, words: RunWords): string {
  return format(time, words, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

function format(time: number, { locale }: RunWords, options: Intl.DateTimeFormatOptions): string {
  // The European order and the 24-hour clock, as in every figure of the interface.
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { hourCycle: "h23", ...options }).format(time);
}
