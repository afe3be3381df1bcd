/** What no letter or digit is written as, so that it can stand for "none" among small letters. */
const none = 1;
const wordCharacter = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;
/** The small letter or digit of each unit that has been met, `none` for what is neither; 0 until then. */
const smalls = new Uint16Array(0x10000);

/** The small letter of a unit below the surrogates, or 0 where it is no letter or digit. */
export function smallLetter(code: number): number {
  const met = smalls[code] ?? 0;
  if (met !== 0) return met === none ? 0 : met;
  const character = String.fromCharCode(code);
  // İ is the one letter whose small form is longer.
  const small = character === "İ" ? "i" : character.toLowerCase();
  smalls[code] = wordCharacter.test(character) ? small.charCodeAt(0) : none;
  return smallLetter(code);
}

export function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xe000;
}

/** A letter or digit that takes two units, in small letters; undefined where `at` holds none. */
export function widePair(text: string, at: number): string | undefined {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return character.length === 2 && wordCharacter.test(character) ? character.toLowerCase() : undefined;
}

/** Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Kana and Han. */
export function isUnspaced(code: number): boolean {
  return (
    (code >= 0x0e00 && code < 0x0f00) ||
    (code >= 0x1000 && code < 0x10a0) ||
    (code >= 0x1780 && code < 0x1800) ||
    (code >= 0x3005 && code < 0x3100) ||
    (code >= 0x3400 && code < 0xa000) ||
    (code >= 0xf900 && code < 0xfb00)
  );
}

/** A sign that belongs to the letter before it. */
export function isMark(code: number): boolean {
  return code >= 0x300 && mark.test(String.fromCharCode(code));
}
