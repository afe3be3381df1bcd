import type { Snippet } from "./snippet.ts";

const about = { group: "dates", language: "javascript" } as const;

export const dates: readonly Snippet[] = [
  {
    ...about,
    id: "isoDate",
    source: `/** "31.12.2025" and "31/12/2025" as "2025-12-31"; null where it is no date. */
function isoDate(text) {
  const parts = /^\\s*(\\d{1,2})[./](\\d{1,2})[./](\\d{4})\\s*$/.exec(text);
  if (parts === null) return null;
  const [, day, month, year] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCFullYear() === Number(year);
  return isReal ? date.toISOString().slice(0, 10) : null;
}`,
    use: "isoDate(input.date)",
  },
  {
    ...about,
    id: "daysBetween",
    source: `/** Whole days from one date ("2025-12-31") to another; fewer than none when the second is earlier. */
function daysBetween(from, to) {
  const day = 24 * 60 * 60 * 1000;
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / day);
}`,
    use: "daysBetween(input.from, input.to)",
  },
  {
    ...about,
    id: "addMonths",
    source: `/** A date some months later. The 31st becomes the last day of a month that is shorter. */
function addMonths(date, months) {
  const [year, month, day] = date.slice(0, 10).split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}`,
    use: "addMonths(input.date, 1)",
  },
];
