import type { FeatureList } from "./feature-list.ts";
import { mix, offsetBasis, prime } from "./hashing.ts";
import type { Lexicon } from "./lexicon.ts";

/** Longer "words" are data, not language: only their beginning counts. */
export const longestWord = 40;
const border = 1;
/** Endings that a lexicon's word may have without being listed, and what has to be left of it. */
const longestEnding = 3;
const shortestStem = 5;
/** The units of one word at a time; composed letters may take more units than they were written with. */
const units = new Uint16Array(longestWord * 8 + 2);
/** The keys of the word's beginnings, by their length in units. */
const keys = new Int32Array(units.length);

/** A word between borders: its pieces of four and five, and its key. */
export class WordFrame {
  #length = 0;
  #key = 0;
  readonly #list: FeatureList;
  readonly #base: number;
  readonly #mask: number;

  constructor(list: FeatureList, base: number, bits: number) {
    this.#list = list;
    this.#base = base;
    this.#mask = 2 ** bits - 1;
  }

  /** Takes a word in small letters. */
  read(word: string): void {
    this.#open();
    for (let at = 0; at < word.length; at += 1) this.#put(word.charCodeAt(at));
  }

  /** Takes a word of ASCII letters from a text, in either case. */
  readLetters(text: string, start: number, end: number): void {
    this.#open();
    const last = Math.min(end, start + longestWord);
    for (let at = start; at < last; at += 1) this.#put(text.charCodeAt(at) | 0x20);
  }

  /** The key of the word that stands at `start..end`. */
  close(start: number, end: number): number {
    const letters = this.#length - 1;
    // A word that fills the frame has no border after it.
    if (this.#length < units.length) units[this.#length++] = border;
    this.#addPieces(start, end);
    return keyOf(letters);
  }

  /** The sense of the longest listed beginning of the word that was closed last; 0 if there is none. */
  stemSense(lexicon: Lexicon): number {
    const letters = this.#length - 2;
    for (let left = letters - 1; left >= Math.max(shortestStem, letters - longestEnding); left -= 1) {
      const sense = lexicon.senseOf(keyOf(left));
      if (sense !== 0) return sense;
    }
    return 0;
  }

  #open(): void {
    units[0] = border;
    this.#length = 1;
    this.#key = offsetBasis;
  }

  #put(unit: number): void {
    const at = this.#length;
    if (at >= units.length) return;
    units[at] = unit;
    this.#key = Math.imul(this.#key ^ unit, prime);
    keys[at] = this.#key;
    this.#length = at + 1;
  }

  #addPieces(start: number, end: number): void {
    const length = this.#length;
    const list = this.#list;
    list.reserve(2 * length);
    const { buckets, starts, ends } = list;
    const base = this.#base;
    const mask = this.#mask;
    let count = list.count;
    for (let size = 4; size <= 5; size += 1) {
      for (let at = 0; at + size <= length; at += 1) {
        let value = offsetBasis ^ size;
        for (let next = at; next < at + size; next += 1) value = Math.imul(value ^ (units[next] ?? 0), prime);
        buckets[count] = base + (mix(value === 0 ? 1 : value) & mask);
        starts[count] = start;
        ends[count] = end;
        count += 1;
      }
    }
    list.count = count;
  }
}

/** The key of the first letters. Never 0, which stands for "no word". */
function keyOf(letters: number): number {
  const key = letters === 0 ? offsetBasis : (keys[letters] ?? 0);
  return key === 0 ? 1 : key;
}
