import { foldCase } from "../views/fold-case.ts";
import { concepts, joinedLexicon, spacedLexicon } from "./lexicon.ts";
import type { Concept } from "./lexicon.ts";

/** A place where a text speaks of a concept. */
export interface ConceptHit {
  readonly concept: Concept;
  readonly start: number;
  readonly end: number;
}

interface Entry {
  readonly concept: Concept;
  readonly first: string;
  /** Further words of a phrase, as keys; the last may be a prefix. */
  readonly rest: readonly string[];
  readonly isPrefix: boolean;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}]+)*/gu;
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u;
const none: readonly Entry[] = [];
const { exact, prefixes } = indexWords();
const joinedPatterns = concepts.map((concept) => ({ concept, pattern: joinedPattern(concept) }));

/** Every concept a text in folded case speaks of, in order. One pass over the words. */
export function findConcepts(text: string): ConceptHit[] {
  const words = [...text.matchAll(wordPattern)].map((match) => ({
    key: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const hits: ConceptHit[] = [];
  for (const [index, word] of words.entries()) {
    for (const entry of entriesOf(word.key)) {
      const last = words[index + entry.rest.length];
      if (last === undefined || !entry.rest.every((part, offset) => fits(words[index + offset + 1]?.key, part, entry)))
        continue;
      hits.push({ concept: entry.concept, start: word.start, end: last.end });
    }
  }
  if (!unspacedScript.test(text)) return hits;
  for (const { concept, pattern } of joinedPatterns) {
    for (const match of text.matchAll(pattern))
      hits.push({ concept, start: match.index, end: match.index + match[0].length });
  }
  return hits.toSorted((a, b) => a.start - b.start);
}

/** Entries that begin with this word; prefixes are filed under their first two letters. */
function entriesOf(key: string): readonly Entry[] {
  const whole = exact.get(key) ?? none;
  const bucket = prefixes.get(key.slice(0, 2));
  const beginnings = bucket === undefined ? none : bucket.filter((entry) => key.startsWith(entry.first));
  return beginnings.length === 0 ? whole : [...whole, ...beginnings];
}

function fits(key: string | undefined, part: string, entry: Entry): boolean {
  if (key === undefined) return false;
  return key === part || (entry.isPrefix && part === entry.rest.at(-1) && key.startsWith(part));
}

function indexWords(): { exact: Map<string, Entry[]>; prefixes: Map<string, Entry[]> } {
  const exactWords = new Map<string, Entry[]>();
  const prefixWords = new Map<string, Entry[]>();
  for (const language of Object.values(spacedLexicon)) {
    for (const concept of concepts) {
      for (const written of language[concept].split(" ")) {
        const isPrefix = written.endsWith("*");
        const [first = "", ...rest] = written
          .replace(/\*$/u, "")
          .split("_")
          .map((word) => foldCase(word.normalize("NFKC")));
        const isPrefixWord = isPrefix && rest.length === 0;
        const target = isPrefixWord ? prefixWords : exactWords;
        const key = isPrefixWord ? first.slice(0, 2) : first;
        target.set(key, [...(target.get(key) ?? []), { concept, first, rest, isPrefix }]);
      }
    }
  }
  return { exact: exactWords, prefixes: prefixWords };
}

function joinedPattern(concept: Concept): RegExp {
  const entries = Object.values(joinedLexicon).flatMap((language) => language[concept].split(" "));
  const longestFirst = entries.toSorted((a, b) => b.length - a.length).map((entry) => entry.replaceAll("_", " "));
  return new RegExp(longestFirst.join("|"), "gu");
}
