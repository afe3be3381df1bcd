import type { Lexicon } from "./lexicon.ts";

/**
 * A text as hashed features: runs of one to three words; pieces of words, so that a changed ending, a typo or a language that
 * writes no spaces still shares most of its features with what was learned; and runs of word senses, so that a synonym
 * counts like the word that was seen in training.
 */
export interface FeatureSpace {
  /** Powers of two: how many buckets each kind falls into. */
  readonly wordBits: number;
  readonly pieceBits: number;
  readonly senseBits: number;
  /** How many signs the rules can tell; each has a bucket of its own. */
  readonly signs: number;
}

/** Features in the order in which they end. One belongs to a stretch of the text if it lies in it as a whole. */
export interface Features {
  readonly count: number;
  readonly buckets: Uint32Array;
  /** UTF-16 units, end exclusive. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Scripts in which a word has no borders, or is so short that two signs say what elsewhere four do. */
const denseClass = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}";
const token = new RegExp(
  `(?<dense>[${denseClass}]{1,64})|(?<word>(?:(?![${denseClass}])[\\p{L}\\p{M}])+)|(?<number>\\p{N}+)|[^\\s\\p{L}\\p{M}\\p{N}]{1,3}`,
  "gu",
);
/** Longer "words" are data, not language: only their beginning counts. */
const longestWord = 40;
const border = "\u0001";

export function spaceSize({ wordBits, pieceBits, senseBits, signs }: FeatureSpace): number {
  return 2 ** wordBits + 2 ** pieceBits + 2 ** senseBits + signs;
}

/** Where the buckets of the rules' signs begin. */
export function firstSign(space: FeatureSpace): number {
  return spaceSize(space) - space.signs;
}

/** Linear in the text. */
export function featuresOf(text: string, lexicon: Lexicon, { wordBits, pieceBits, senseBits }: FeatureSpace): Features {
  const pieceBase = 2 ** wordBits;
  const senseBase = pieceBase + 2 ** pieceBits;
  const list = createList(text.length * 3 + 64);
  const words = createRuns(list, 0, wordBits);
  const senses = createRuns(list, senseBase, senseBits);
  const addPiece = (value: number, start: number, end: number): void =>
    list.add(pieceBase + (mix(value) & (2 ** pieceBits - 1)), start, end);
  for (const match of text.matchAll(token)) {
    const { index: start, 0: written, groups } = match;
    const end = start + written.length;
    if (groups?.["dense"] !== undefined) {
      for (let at = 1; at <= written.length; at += 1)
        for (let size = 1; size <= Math.min(3, at); size += 1)
          addPiece(hash(written, size, at - size, at), start + at - size, start + at);
    } else if (groups?.["word"] !== undefined || groups?.["number"] !== undefined) {
      const settled = groups["number"] === undefined ? settle(written) : "0";
      const word = hash(settled, 0);
      words.next(word, start, end);
      senses.next(lexicon.senseOf(word), start, end);
      const framed = border + settled + border;
      for (const size of [4, 5])
        for (let at = 0; at + size <= framed.length; at += 1) addPiece(hash(framed, size, at, at + size), start, end);
    } else words.alone(hash(written, 0), start, end);
  }
  return list.features();
}

/** The key under which a lexicon holds a word. */
export function wordHash(word: string): number {
  return hash(settle(word), 0) >>> 0;
}

/** Runs of one, two and three in a row. 0 is a gap that takes part in longer runs but is nothing alone. */
function createRuns(list: ReturnType<typeof createList>, base: number, bits: number) {
  const mask = 2 ** bits - 1;
  const add = (run: number, start: number, end: number): void => list.add(base + (mix(run) & mask), start, end);
  let before = { value: 0, start: 0 };
  let beforeThat = { value: 0, start: 0 };
  return {
    alone: add,
    next(value: number, start: number, end: number): void {
      if (value !== 0) add(value, start, end);
      if (before.value !== 0) add(Math.imul(before.value, 31) ^ value, before.start, end);
      if (beforeThat.value !== 0)
        add(Math.imul(Math.imul(beforeThat.value, 31) ^ before.value, 37) ^ value, beforeThat.start, end);
      beforeThat = before;
      before = { value, start };
    },
  };
}

/** Three columns that grow together. */
function createList(expected: number) {
  let buckets = new Uint32Array(expected);
  let starts = new Uint32Array(expected);
  let ends = new Uint32Array(expected);
  let count = 0;
  const grown = (column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
    const larger = new Uint32Array(column.length * 2);
    larger.set(column);
    return larger;
  };
  return {
    add(bucket: number, start: number, end: number): void {
      if (count === buckets.length) [buckets, starts, ends] = [grown(buckets), grown(starts), grown(ends)];
      buckets[count] = bucket;
      starts[count] = start;
      ends[count] = end;
      count += 1;
    },
    features: (): Features => ({ count, buckets, starts, ends }),
  };
}

/** Case and accents dropped. */
function settle(written: string): string {
  const lower = written.slice(0, longestWord).toLowerCase();
  return /^[a-z]*$/u.test(lower)
    ? lower
    : lower
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/gu, "")
        .normalize("NFC");
}

/** FNV-1a over UTF-16 units (Fowler, Noll, Vo). Never 0, which stands for "no word". */
function hash(text: string, seed: number, from = 0, to = text.length): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value === 0 ? 1 : value;
}

/** The finaliser of MurmurHash3: spreads what differs in few bits over all of them. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
