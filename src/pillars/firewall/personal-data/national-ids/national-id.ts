import { digitAt } from "../check-digits.ts";
import type { Form } from "../forms.ts";

/** A number that names one person before the law, with the rules of those who issue it. */
export interface NationalId {
  /** ISO 3166. */
  readonly country: string;
  readonly title: string;
  /** Forms that, with their check passed, hardly mean anything else. */
  readonly telling?: readonly Form[];
  /** Forms so plain (bare digits) that only a word around them makes them certain. */
  readonly plain?: readonly Form[];
  /** Over letters and digits only, in capitals. */
  readonly check: (bare: string) => boolean;
  /** Words around it that name it, in lower case. */
  readonly context: RegExp;
}

/** Whether two digits at `month` and two at `day` are a month and a day of it; some offices add to one of them. */
export function isDay(
  bare: string,
  month: number,
  day: number,
  isMonth = (value: number): boolean => value > 0 && value < 13,
  lastDay = 31,
): boolean {
  const found = pairAt(bare, day);
  return isMonth(pairAt(bare, month)) && found > 0 && found <= lastDay;
}

/** The number that two digits write. */
export function pairAt(bare: string, at: number): number {
  return digitAt(bare, at) * 10 + digitAt(bare, at + 1);
}

/** "000000000" passes most checks and is nobody's number. */
export function isUniform(bare: string): boolean {
  return /^(.)\1*$/u.test(bare);
}
