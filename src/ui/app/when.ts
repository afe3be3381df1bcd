const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** A moment as people say it ("yesterday", "in 5 minutes"); both times in milliseconds since 1970. */
export function relativeTime(at: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const seconds = (at - now) / 1000;
  const [unit, size] = units.find((each) => Math.abs(seconds) >= each[1]) ?? ["second", 0];
  return size === 0 ? format.format(0, "second") : format.format(Math.trunc(seconds / size), unit);
}

/** The exact moment, for a title beside the relative one. */
export function exactTime(at: number, language: string): string {
  return format(at, language, { dateStyle: "medium", timeStyle: "short" });
}

/** The hour and minute alone. */
export function clockTime(at: number, language: string): string {
  return format(at, language, { timeStyle: "short" });
}

/** The European order and the 24-hour clock, as in the runs' views. */
function format(at: number, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { hourCycle: "h23", ...options }).format(at);
}
