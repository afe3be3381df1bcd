import { mix, offsetBasis, prime } from "../classifier/hashing.ts";

const bits = 19;
const mask = 2 ** bits - 1;
/** A number for each letter, such that sums of them tell which letters a word has. */
const numbers = Int32Array.from({ length: 128 }, (_, code) => mix(code * 0x9e3779b1) | 0);

/**
 * Tells of most words that they are none of a set, letter by letter, so that they need not be cut out of a text: words by
 * their hash, and words whose inner letters may stand in any order by their ends and the sum of their letters.
 */
export class WordHint {
  readonly #exact = new Uint8Array(2 ** (bits - 3));
  readonly #scrambled = new Uint8Array(2 ** (bits - 3));
  #key = offsetBasis;
  #sum = 0;
  #first = 0;
  #last = 0;
  #length = 0;

  constructor(exact: Iterable<string>, scrambled: Iterable<string>) {
    for (const word of exact) {
      this.#read(word);
      setBit(this.#exact, this.#key);
    }
    for (const word of scrambled) {
      this.#read(word);
      setBit(this.#scrambled, this.#shape());
    }
  }

  open(): void {
    this.#key = offsetBasis;
    this.#sum = 0;
    this.#length = 0;
  }

  /** The next letter, in small. */
  put(letter: number): void {
    if (this.#length === 0) this.#first = letter;
    this.#key = Math.imul(this.#key ^ letter, prime);
    this.#sum = (this.#sum + (numbers[letter] ?? 0)) | 0;
    this.#last = letter;
    this.#length += 1;
  }

  /** False if the word is surely none of the set. */
  mayBeKnown(): boolean {
    return hasBit(this.#exact, this.#key) || hasBit(this.#scrambled, this.#shape());
  }

  #read(word: string): void {
    this.open();
    for (let at = 0; at < word.length; at++) this.put(word.charCodeAt(at));
  }

  #shape(): number {
    return mix(this.#sum ^ Math.imul(this.#first * 128 + this.#last, prime));
  }
}

function setBit(table: Uint8Array, key: number): void {
  const place = key & mask;
  table[place >> 3] = (table[place >> 3] ?? 0) | (1 << (place & 7));
}

function hasBit(table: Uint8Array, key: number): boolean {
  const place = key & mask;
  return (((table[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}
