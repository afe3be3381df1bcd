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

/** Scripts in which a word has no borders, or is so short that two signs say what elsewhere four do. */
const denseClass = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}";
const token = new RegExp(
  `(?<dense>[${denseClass}]{1,64})|(?<word>(?:(?![${denseClass}])[\\p{L}\\p{M}])+)|(?<number>\\p{N}+)|[^\\s\\p{L}\\p{M}\\p{N}]{1,3}`,
  "uy",
);
/** Longer "words" are data, not language: only their beginning counts. */
const longestWord = 40;
const border = 1;

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
  const frame = createFrame(addPiece);
  const closeWord = (start: number, end: number): void => {
    const key = frame.close(start, end);
    words.next(key, start, end);
    senses.next(lexicon.senseOf(key) || frame.stemSense(lexicon), start, end);
  };
  for (let at = 0; at < text.length;) {
    const end = asciiEnd(text, at);
    if (end > at) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === asciiKinds.letter) {
        frame.open();
        for (let next = at; next < end && next - at < longestWord; next += 1) frame.put(text.charCodeAt(next) | 0x20);
        closeWord(at, end);
      } else if (kind === asciiKinds.sign) words.alone(hash(text, 0, at, end), at, end);
      at = end;
      continue;
    }
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) {
      at += 1;
      continue;
    }
    const { 0: written, groups } = match;
    const stop = at + written.length;
    if (groups?.["dense"] !== undefined) {
      for (let last = 1; last <= written.length; last += 1)
        for (let size = 1; size <= Math.min(3, last); size += 1)
          addPiece(hash(written, size, last - size, last), at + last - size, at + last);
      for (const { sense, from, to } of unspacedSenses(written, lexicon)) senses.next(sense, at + from, at + to);
    } else if (groups?.["word"] !== undefined || groups?.["number"] !== undefined) {
      const settled = groups["number"] === undefined ? settle(written) : "0";
      frame.open();
      for (let next = 0; next < settled.length; next += 1) frame.put(settled.charCodeAt(next));
      closeWord(at, stop);
    } else words.alone(hash(written, 0), at, stop);
    at = stop;
  }
  return list.features();
}

/**
 * Where a token of ASCII ends: letters, white space, or up to three other signs. The place itself for digits, and where a
 * character beyond ASCII begins or might belong to the token.
 */
function asciiEnd(text: string, at: number): number {
  const kind = kindOf(text.charCodeAt(at));
  if (kind === asciiKinds.other) return at;
  const most = kind === asciiKinds.sign ? Math.min(at + 3, text.length) : text.length;
  let end = at + 1;
  while (end < most && kindOf(text.charCodeAt(end)) === kind) end += 1;
  return kind !== asciiKinds.space && end < text.length && end < most && text.charCodeAt(end) > 0x7f ? at : end;
}

const asciiKinds = { other: 0, letter: 1, space: 2, sign: 3 } as const;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (/[a-z]/iu.test(String.fromCharCode(code))) return asciiKinds.letter;
  if (/\s/u.test(String.fromCharCode(code))) return asciiKinds.space;
  return /\d/u.test(String.fromCharCode(code)) ? asciiKinds.other : asciiKinds.sign;
});

function kindOf(code: number): number {
  return code < 128 ? (kinds[code] ?? 0) : asciiKinds.other;
}

/** The units of one word at a time; composed letters may take more units than they were written with. */
const units = new Uint16Array(longestWord * 8 + 2);

/** A word between borders: its pieces of four and five, and its key. */
function createFrame(addPiece: (value: number, start: number, end: number) => void) {
  let length = 0;
  const hashOf = (seed: number, from: number, to: number): number => {
    let value = 0x811c9dc5 ^ seed;
    for (let at = from; at < to; at += 1) value = Math.imul(value ^ (units[at] ?? 0), 0x01000193);
    return value === 0 ? 1 : value;
  };
  const put = (unit: number): void => {
    if (length < units.length) units[length++] = unit;
  };
  return {
    open(): void {
      length = 0;
      put(border);
    },
    put,
    close(start: number, end: number): number {
      const key = hashOf(0, 1, length);
      put(border);
      for (let size = 4; size <= 5; size += 1)
        for (let at = 0; at + size <= length; at += 1) addPiece(hashOf(size, at, at + size), start, end);
      return key;
    },
    /** The sense of the longest listed beginning of the word that was closed last; 0 if there is none. */
    stemSense(lexicon: Lexicon): number {
      const letters = length - 2;
      for (let left = letters - 1; left >= Math.max(shortestStem, letters - longestEnding); left -= 1) {
        const sense = lexicon.senseOf(hashOf(0, 1, left + 1));
        if (sense !== 0) return sense;
      }
      return 0;
    },
  };
}

/** The key under which a lexicon holds a word. */
export function wordHash(word: string): number {
  return hash(settle(word), 0) >>> 0;
}

/** Endings that a lexicon's word may have without being listed, and what has to be left of it. */
const longestEnding = 3;
const shortestStem = 5;

/** Characters of the longest listed word in a script without spaces. */
const longestUnspaced = 8;

/** The listed words in a run of a script without borders, the longest from each place on. */
function* unspacedSenses(run: string, lexicon: Lexicon) {
  for (let from = 0; from < run.length;) {
    let to = Math.min(run.length, from + longestUnspaced);
    let sense = lexicon.senseOf(hash(run, 0, from, to));
    while (sense === 0 && to > from + 1) sense = lexicon.senseOf(hash(run, 0, from, --to));
    if (sense !== 0) yield { sense, from, to };
    from = to;
  }
}

/** Runs of one, two and three in a row. 0 is a gap that takes part in longer runs but is nothing alone. */
function createRuns(list: ReturnType<typeof createList>, base: number, bits: number) {
  const mask = 2 ** bits - 1;
  const add = (run: number, start: number, end: number): void => list.add(base + (mix(run) & mask), start, end);
  let before = 0;
  let beforeStart = 0;
  let beforeThat = 0;
  let beforeThatStart = 0;
  return {
    alone: add,
    next(value: number, start: number, end: number): void {
      if (value !== 0) add(value, start, end);
      if (before !== 0) add(Math.imul(before, 31) ^ value, beforeStart, end);
      if (beforeThat !== 0) add(Math.imul(Math.imul(beforeThat, 31) ^ before, 37) ^ value, beforeThatStart, end);
      beforeThat = before;
      beforeThatStart = beforeStart;
      before = value;
      beforeStart = start;
    },
  };
}

/** Larger columns are not kept. */
const mostKept = 300_000;
/** Making columns takes longer than filling them, so one set serves text after text. */
let columns = { buckets: new Uint32Array(0), starts: new Uint32Array(0), ends: new Uint32Array(0) };

/** Three columns that grow together. They hold one text: reading the next one takes them over. */
function createList(expected: number) {
  let { buckets, starts, ends } = columns;
  let count = 0;
  const grow = (size: number): void => {
    buckets = grown(buckets, size);
    starts = grown(starts, size);
    ends = grown(ends, size);
    if (size <= mostKept) columns = { buckets, starts, ends };
  };
  if (buckets.length < expected) grow(expected);
  return {
    add(bucket: number, start: number, end: number): void {
      if (count === buckets.length) grow(count * 2);
      buckets[count] = bucket;
      starts[count] = start;
      ends[count] = end;
      count += 1;
    },
    features: (): Features => ({ count, buckets, starts, ends }),
  };
}

function grown(column: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(column);
  return larger;
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
