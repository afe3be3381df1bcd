import { latinLookalikes } from "./confusables.ts";

/** What normalising needs to know of a character, as bits. */
export const trait = {
  /** Shows nothing. */
  invisible: 1,
  /** Joins the character before it. */
  joins: 2,
  /** Reads as something else by itself. */
  changes: 4,
  /** Reads as a Latin letter where the word around it is disguised. */
  lookalike: 8,
  letter: 16,
} as const;

/**
 * Characters that show nothing: soft hyphen, zero-width and joining controls, bidirectional controls, fillers,
 * variation selectors and tag characters.
 */
const invisible =
  /^[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]$/u;
/** Medial vowels and final consonants of Hangul compose with what stands before them like marks. */
const joining = /^[\p{M}\u1161-\u11ff\ud7b0-\ud7ff]$/u;
/** A compatibility form that is longer than this stays as it is; one ligature is a whole Arabic sentence. */
const longestForm = 4;

/** Letters in circles and squares of which Unicode knows no compatibility form, from their first point on. */
const enclosed: readonly (readonly [first: number, letters: string])[] = [
  [0x249c, "abcdefghijklmnopqrstuvwxyz"],
  [0x1f110, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  [0x1f150, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  [0x1f170, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
];

const blockLength = 256;
const blocks = new Map<number, Uint8Array>();
const forms = new Map<number, string>();

/** The traits of a code point; asked for by the block, since a text keeps to few of them. */
export function traitsOf(point: number): number {
  const number = Math.floor(point / blockLength);
  let block = blocks.get(number);
  if (block === undefined) {
    block = Uint8Array.from({ length: blockLength }, (_, index) => findTraits(number * blockLength + index));
    blocks.set(number, block);
  }
  return block[point % blockLength] ?? 0;
}

/** What a character reads as by itself. */
export function formOf(point: number): string {
  return forms.get(point) ?? String.fromCodePoint(point);
}

function findTraits(point: number): number {
  if (point >= 0xd800 && point <= 0xdfff) return 0;
  const character = String.fromCodePoint(point);
  if (invisible.test(character)) return trait.invisible | (joining.test(character) ? trait.joins : 0);
  const form = compatibilityForm(point, character);
  if (form !== character) forms.set(point, form);
  return (
    (joining.test(character) ? trait.joins : 0) |
    (form === character ? 0 : trait.changes) |
    (latinLookalikes.has(character) ? trait.lookalike : 0) |
    (/^\p{L}$/u.test(character) ? trait.letter : 0)
  );
}

function compatibilityForm(point: number, character: string): string {
  const row = enclosed.find(([first, letters]) => point >= first && point < first + letters.length);
  if (row !== undefined) return row[1].charAt(point - row[0]);
  const form = character.normalize("NFKC");
  return form.length > longestForm ? character : form;
}
