import type { ScalarForm } from "./text-match.ts";

/** Minutes since a fixed day of a date with a time of day; undefined for anything else. */
export function momentOf({ day, time }: ScalarForm): number | undefined {
  if (day === undefined || time === undefined) return undefined;
  return Date.UTC(day.year, day.month - 1, day.day) / 60_000 + time;
}
