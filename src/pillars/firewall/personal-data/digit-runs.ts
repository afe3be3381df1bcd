/** Runs of ASCII digits, as two parallel lists; nearly all personal data holds one. */
export interface DigitRuns {
  readonly starts: readonly number[];
  /** End exclusive. */
  readonly ends: readonly number[];
}

export function digitRuns(text: string): DigitRuns {
  const starts: number[] = [];
  const ends: number[] = [];
  const length = text.length;
  for (let at = 0; at < length; at++) {
    if (!isDigit(text.charCodeAt(at))) continue;
    starts.push(at);
    do at += 1;
    while (at < length && isDigit(text.charCodeAt(at)));
    ends.push(at);
  }
  return { starts, ends };
}

export function isDigit(code: number): boolean {
  return code > 47 && code < 58;
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower > 96 && lower < 123;
}

/** A character that a written number does not touch: letters, digits and the underscore. */
export function isWordCode(code: number): boolean {
  return isDigit(code) || isAsciiLetter(code) || code === 95;
}
