interface Phrase {
  readonly entry: string;
  readonly parts: readonly (readonly string[])[];
}
export interface PhraseIndex {
  /** Phrases whose first word is exact, by that word. */
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases whose first word has an asterisk, tried at every word. */
  readonly open: readonly Phrase[];
  /** Entries in scripts without spaces, searched as parts of the text. */
  readonly unspaced: readonly string[];
}
/** A place of a text that an entry of the list fits. */
interface Place {
  readonly entry: string;
  readonly start: number;
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export function indexPhrases(list: readonly string[]): PhraseIndex {
  const byWord = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const entry of list) {
    if (unspacedScript.test(entry)) continue;
    const parts = wordsOf(lower(entry), /[\p{L}\p{M}\p{N}*]+|[^\s\p{L}\p{M}\p{N}*]/gu).map((word) =>
      word.text.split("*"),
    );
    const first = parts[0];
    if (first === undefined) continue;
    if (first.length > 1) open.push({ entry, parts });
    else byWord.set(first[0] ?? "", [...(byWord.get(first[0] ?? "") ?? []), { entry, parts }]);
  }
  return { byWord, open, unspaced: list.filter((entry) => unspacedScript.test(entry)) };
}

/** Where phrases of the list stand, upper and lower case the same, in time linear in the text. */
export function findPhrases(whole: string, index: PhraseIndex): readonly Place[] {
  const text = lower(whole);
  const spoken = wordsOf(text, /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu);
  const found = spoken.flatMap((word, at) =>
    [...(index.byWord.get(word.text) ?? []), ...index.open]
      .filter(({ parts }) => parts.every((part, offset) => fits(part, spoken[at + offset]?.text)))
      .map(({ entry, parts }) => ({ entry, start: word.start, end: spoken[at + parts.length - 1]?.end ?? word.end })),
  );
  for (const entry of index.unspaced) {
    const needle = lower(entry).replaceAll("*", "");
    for (let at = text.indexOf(needle); at !== -1 && needle !== ""; at = text.indexOf(needle, at + needle.length)) {
      found.push({ entry, start: at, end: at + needle.length });
    }
  }
  return found;
}

/** Lower case of the same length: İ is the one letter that would grow. */
function lower(text: string): string {
  return text.replaceAll("İ", "I").toLowerCase();
}

function wordsOf(text: string, pattern: RegExp): Word[] {
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a word fits the pieces around a pattern's asterisks. */
function fits(pieces: readonly string[], word: string | undefined): boolean {
  const head = pieces[0] ?? "";
  const tail = pieces.at(-1) ?? "";
  if (word === undefined) return false;
  if (pieces.length === 1) return head === word;
  if (word.length < head.length + tail.length || !word.startsWith(head) || !word.endsWith(tail)) return false;
  let at = head.length;
  for (const piece of pieces.slice(1, -1)) {
    at = word.indexOf(piece, at);
    if (at === -1 || at + piece.length > word.length - tail.length) return false;
    at += piece.length;
  }
  return true;
}
