import type { JsonValue } from "#engine";

/**
 * An amount in hundredths of its currency, rounded up, so that a fraction of a cent never slips under a bound. Reads
 * numbers and plain decimal text ("100.5"); undefined for everything else, for negative amounts and for amounts too large
 * to be counted exactly.
 */
export function hundredths(amount: JsonValue | undefined): number | undefined {
  if (typeof amount !== "number" && typeof amount !== "string") return undefined;
  const parts = /^(\d{1,13})(?:\.(\d+))?$/.exec(String(amount).trim());
  if (parts === null) return undefined;
  const fraction = (parts[2] ?? "").padEnd(2, "0");
  const whole = Number(parts[1]) * 100 + Number(fraction.slice(0, 2));
  return /[1-9]/.test(fraction.slice(2)) ? whole + 1 : whole;
}

/** "100 EUR" or "99.50 EUR": an amount as the sentences write it. */
export function formatAmount(amount: number, currency: string): string {
  return `${Number.isInteger(amount) ? amount : amount.toFixed(2)} ${currency}`;
}
