import { FeatureList } from "./feature-list.ts";
import { hash, mix, offsetBasis, prime } from "./hashing.ts";
import type { Lexicon } from "./lexicon.ts";
import { tokenKinds, TokenReader } from "./tokens.ts";
import { longestWord, WordFrame } from "./word-frame.ts";
import { WordRuns } from "./word-runs.ts";

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

/**
 * Features in the order in which they end. One belongs to a stretch of the text if it lies in it as a whole. They hold until
 * the features of another text are read.
 */
export interface Features {
  readonly count: number;
  readonly buckets: Uint32Array;
  /** UTF-16 units, end exclusive. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

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
  const list = new FeatureList(text.length * 3 + 64);
  const words = new WordRuns(list, 0, wordBits);
  const senses = new WordRuns(list, pieceBase + 2 ** pieceBits, senseBits);
  const frame = new WordFrame(list, pieceBase, pieceBits);
  const closeWord = (start: number, end: number): void => {
    const key = frame.close(start, end);
    words.next(key, start, end);
    senses.next(lexicon.senseOf(key) || frame.stemSense(lexicon), start, end);
  };
  const tokens = new TokenReader(text);
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = tokens.endAt(at);
    switch (tokens.kind) {
      case tokenKinds.space:
        break;
      case tokenKinds.letters:
        frame.readLetters(text, at, end);
        closeWord(at, end);
        break;
      case tokenKinds.word:
        frame.read(settledWord(text.slice(at, Math.min(end, at + longestWord))));
        closeWord(at, end);
        break;
      case tokenKinds.number:
        frame.read("0");
        closeWord(at, end);
        break;
      case tokenKinds.sign:
        words.alone(hash(text, 0, at, end), at, end);
        break;
      case tokenKinds.dense:
        addGrams(list, text, at, end, pieceBase, 2 ** pieceBits - 1);
        addUnspacedSenses(senses, text, at, end, lexicon);
    }
  }
  return list;
}

/** Pieces of one to three signs. */
function addGrams(list: FeatureList, text: string, from: number, to: number, base: number, mask: number): void {
  for (let last = 1; last <= to - from; last += 1)
    for (let size = 1; size <= Math.min(3, last); size += 1) {
      const start = from + last - size;
      list.add(base + (mix(hash(text, size, start, start + size)) & mask), start, start + size);
    }
}

/** The key under which a lexicon holds a word. */
export function wordHash(word: string): number {
  return hash(settle(word), 0) >>> 0;
}

/** Characters of the longest listed word in a script without spaces. */
const longestUnspaced = 8;

/** The keys of the beginnings of what stands at one place. */
const beginnings = new Int32Array(longestUnspaced);

/** The listed words in a run of a script without borders, the longest from each place on. */
function addUnspacedSenses(senses: WordRuns, text: string, start: number, end: number, lexicon: Lexicon): void {
  for (let from = start; from < end;) {
    const most = Math.min(end - from, longestUnspaced);
    let key = offsetBasis;
    for (let length = 0; length < most; length += 1) {
      key = Math.imul(key ^ text.charCodeAt(from + length), prime);
      beginnings[length] = key;
    }
    let length = most;
    let sense = lexicon.senseOf(beginnings[length - 1] || 1);
    while (sense === 0 && length > 1) {
      length -= 1;
      sense = lexicon.senseOf(beginnings[length - 1] || 1);
    }
    if (sense !== 0) senses.next(sense, from, from + length);
    from += length;
  }
}

const settled = new Map<string, string>();
const mostSettled = 4096;

/** What words beyond ASCII came to is kept, as most come again. */
function settledWord(written: string): string {
  const known = settled.get(written);
  if (known !== undefined) return known;
  const found = settle(written);
  if (settled.size >= mostSettled) settled.clear();
  settled.set(written, found);
  return found;
}

/** Case and accents dropped. */
function settle(written: string): string {
  const lower = written.slice(0, longestWord).toLowerCase();
  return /^[a-z]*$/u.test(lower)
    ? lower
    : lower
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/gu, "")
        .replaceAll("ı", "i")
        .normalize("NFC");
}
