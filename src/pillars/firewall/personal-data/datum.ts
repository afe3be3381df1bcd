import type { PersonalDataKind } from "./kinds.ts";

/** A value found in a text, in the text's own offsets. */
export interface PersonalDatum {
  readonly kind: PersonalDataKind;
  /** 0..1. */
  readonly score: number;
  readonly start: number;
  readonly end: number;
  /** What it is more closely, for a person: "Social Security number (US)". */
  readonly title?: string;
}

/** The words before and after a stretch, in lower case. A NUL stands where the stretch was. */
export function around(text: string, start: number, end: number, reach = 60): string {
  return `${text.slice(Math.max(0, start - reach), start)} \u0000 ${text.slice(end, end + reach / 2)}`.toLowerCase();
}
