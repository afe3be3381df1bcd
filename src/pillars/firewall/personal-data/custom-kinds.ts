import type { CustomKind } from "../policy/personal-data.ts";
import { readExpression } from "../words/find-matches.ts";
import { findPhrases, indexPhrases } from "../words/phrases.ts";
import { readPattern } from "../words/read-pattern.ts";

/** A value of a kind that only the builder knows. */
interface CustomDatum {
  /** In small letters, as in a placeholder. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
type Search = (text: string) => readonly CustomDatum[];

/** Reading lists and patterns costs more than searching a short text; a policy's kinds stay the same for many texts. */
const known = new WeakMap<readonly CustomKind[], Search>();

/** Where values of the builder's own kinds stand, in time linear in the text. */
export function findCustomKinds(text: string, kinds: readonly CustomKind[]): readonly CustomDatum[] {
  if (kinds.length === 0) return [];
  const search = known.get(kinds) ?? searchOf(kinds);
  known.set(kinds, search);
  return search(text);
}

function searchOf(kinds: readonly CustomKind[]): Search {
  const searches = kinds.map((kind): Search => {
    const name = kind.name.toLowerCase();
    const index = indexPhrases(kind.words);
    const find = findByPattern(kind.pattern);
    return (text) => [...findPhrases(text, index), ...find(text)].map(({ start, end }) => ({ name, start, end }));
  });
  return (text) => searches.flatMap((search) => search(text));
}

/** A check that cannot be made lets nothing pass: a pattern that cannot be read fits the whole text. */
function findByPattern(pattern: string): (text: string) => readonly { start: number; end: number }[] {
  if (pattern === "") return () => [];
  return readExpression(pattern)?.find ?? ((text) => [{ start: 0, end: text.length }]);
}

/** UTF-16 units of the longest value that any of them finds. */
export function longestCustom(kinds: readonly CustomKind[]): number {
  return Math.max(0, ...kinds.flatMap(({ words, pattern }) => [...words.map(lengthOfWord), lengthOfPattern(pattern)]));
}

/** An asterisk stands for letters of a word. */
function lengthOfWord(word: string): number {
  return word.length + 32;
}

function lengthOfPattern(pattern: string): number {
  if (pattern === "") return 0;
  const read = readPattern(pattern);
  return read.problem === undefined ? read.longest + 8 : Infinity;
}
