/** Classes of characters, as bits of one number. */
export const characterClass = {
  known: 1,
  /** Scripts in which a word has no borders, or is so short that two signs say what elsewhere four do. */
  dense: 2,
  /** Letters and marks. */
  letter: 4,
  number: 8,
  space: 16,
  /** A letter of ASCII. */
  latin: 32,
  /** One half of a surrogate pair. */
  half: 64,
  /** Scripts that write no spaces. */
  unspaced: 128,
} as const;

/** The body of a character class with all scripts of `characterClass.dense`. */
export const denseScripts = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}";
/** The same for `characterClass.unspaced`. */
const unspacedScripts = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";

const patterns: readonly (readonly [pattern: RegExp, bit: number])[] = [
  [new RegExp(`[${denseScripts}]`, "u"), characterClass.dense],
  [/[\p{L}\p{M}]/u, characterClass.letter],
  [/\p{N}/u, characterClass.number],
  [/\s/u, characterClass.space],
  [/[A-Za-z]/u, characterClass.latin],
  [new RegExp(`[${unspacedScripts}]`, "u"), characterClass.unspaced],
];
/** What each UTF-16 unit is, told when it is met first: patterns take far longer than a look-up. */
const units = new Uint8Array(0x1_00_00);
const pairs = new Map<number, number>();
const mostPairs = 4096;

/** The classes of a UTF-16 unit by itself. */
export function classesOfUnit(code: number): number {
  const known = units[code] ?? 0;
  return known === 0 ? (units[code] = tell(code)) : known;
}

/** The classes of the character that begins at `at`, which takes two units if they are a pair. */
export function classesAt(text: string, at: number): number {
  const classes = classesOfUnit(text.charCodeAt(at));
  if ((classes & characterClass.half) === 0) return classes;
  const point = text.codePointAt(at) ?? 0;
  return point < 0x1_00_00 ? classes : classesOfPair(point);
}

/** How many units the character of these classes takes that begins at `at`. */
export function unitsAt(text: string, at: number, classes: number): number {
  return (classes & characterClass.half) !== 0 && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Pairs keep the bit of their halves, so that their length is looked at. */
function classesOfPair(point: number): number {
  let classes = pairs.get(point);
  if (classes === undefined) {
    classes = tell(point) | characterClass.half;
    if (pairs.size >= mostPairs) pairs.clear();
    pairs.set(point, classes);
  }
  return classes;
}

function tell(point: number): number {
  if (point >= 0xd800 && point < 0xe000) return characterClass.known | characterClass.half;
  const character = String.fromCodePoint(point);
  let found: number = characterClass.known;
  for (const [pattern, bit] of patterns) if (pattern.test(character)) found |= bit;
  return found;
}
