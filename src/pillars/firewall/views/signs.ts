/** What characters a text is made of, told in one pass, so that most searches need not begin. */
export interface Signs {
  /** How often any of these ASCII characters occurs. */
  readonly count: (characters: string) => number;
  readonly letters: number;
  readonly capitals: number;
  readonly digits: number;
  /** Units beyond ASCII. */
  readonly beyond: number;
  /** The longest run of letters, digits and the signs of base64. */
  readonly longestRun: number;
  readonly longestLetters: number;
  readonly longestDigits: number;
  /** Letters and digits with neither a letter nor a digit beside them. */
  readonly alone: number;
}

const lower = 1;
const upper = 2;
const digit = 4;
const joint = 8;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 97 && code <= 122) return lower;
  if (code >= 65 && code <= 90) return upper;
  if (code >= 48 && code <= 57) return digit;
  return code === 43 || code === 45 || code === 47 || code === 95 ? joint : 0;
});

export function signsOf(text: string): Signs {
  const counts = new Uint32Array(128);
  let beyond = 0;
  let run = 0;
  let letterRun = 0;
  let digitRun = 0;
  let longestRun = 0;
  let longestLetters = 0;
  let longestDigits = 0;
  let wordRun = 0;
  let alone = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let kind = lower;
    if (code < 128) {
      counts[code] = (counts[code] ?? 0) + 1;
      kind = kinds[code] ?? 0;
    } else {
      beyond += 1;
      // General punctuation parts words; nearly everything else beyond ASCII is a letter to these counts.
      if (code >= 0x2000 && code < 0x2800) kind = 0;
    }
    run = kind === 0 ? 0 : run + 1;
    letterRun = (kind & (lower | upper)) === 0 ? 0 : letterRun + 1;
    digitRun = kind === digit ? digitRun + 1 : 0;
    if ((kind & (lower | upper | digit)) === 0) {
      if (wordRun === 1) alone += 1;
      wordRun = 0;
    } else wordRun += 1;
    if (run > longestRun) longestRun = run;
    if (letterRun > longestLetters) longestLetters = letterRun;
    if (digitRun > longestDigits) longestDigits = digitRun;
  }
  if (wordRun === 1) alone += 1;
  const between = (from: number, to: number): number =>
    counts.subarray(from, to + 1).reduce((sum, count) => sum + count, 0);
  const capitals = between(65, 90);
  return {
    count: (characters) => {
      let sum = 0;
      for (let at = 0; at < characters.length; at++) sum += counts[characters.charCodeAt(at)] ?? 0;
      return sum;
    },
    letters: capitals + between(97, 122) + beyond,
    capitals,
    digits: between(48, 57),
    beyond,
    longestRun,
    longestLetters,
    longestDigits,
    alone,
  };
}
