/** The calendar day in UTC as it is written: "2026-11-28". Days compare as text. */
export function utcDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
