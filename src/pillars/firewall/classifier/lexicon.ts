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

export function createLexicon({ words, senses }: LexiconTable): Lexicon {
  const byWord = new Map<number, number>();
  for (const [at, word] of words.entries()) byWord.set(word, spread(senses[at] ?? 0));
  return { senseOf: (word) => byWord.get(word >>> 0) ?? 0 };
}

export const emptyLexicon: Lexicon = { senseOf: () => 0 };

/** Small numbers in a row would hash into runs that collide; these are far apart. */
function spread(sense: number): number {
  return Math.imul(sense, 0x9e3779b1);
}
