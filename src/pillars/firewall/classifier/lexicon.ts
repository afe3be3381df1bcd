/** English words by sense: words that stand in like places share a number. */
export interface Lexicon {
  /** By the hash of a word; 0 for a word it does not know. */
  senseOf(word: number): number;
}

/** The table as it lies in a model file: hashes of words, and as many senses from 1 on. */
export interface LexiconTable {
  readonly words: Uint32Array;
  readonly senses: Uint16Array;
}

/** An open table: two words a place at most, so that a word is found or missed after a step or two. */
export function createLexicon({ words, senses }: LexiconTable): Lexicon {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, words.length * 2)));
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const values = new Int32Array(size);
  const placeOf = (word: number): number => {
    let place = Math.imul(word, 0x9e3779b1) & mask;
    while (values[place] !== 0 && keys[place] !== word) place = (place + 1) & mask;
    return place;
  };
  for (const [at, word] of words.entries()) {
    const sense = senses[at] ?? 0;
    if (sense === 0) continue;
    const place = placeOf(word);
    keys[place] = word;
    values[place] = spread(sense);
  }
  return { senseOf: (word) => values[placeOf(word >>> 0)] ?? 0 };
}

export const emptyLexicon: Lexicon = { senseOf: () => 0 };

/** Small numbers in a row would hash into runs that collide; these are far apart. */
function spread(sense: number): number {
  return Math.imul(sense, 0x9e3779b1);
}
