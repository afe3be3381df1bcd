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

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}]+)*/gu;
const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u;
const none: readonly Entry[] = [];
/** What words came to, as most words come again. */
const remembered = new Map<string, readonly Entry[]>();
const mostRemembered = 4096;
const longestRemembered = 24;
const { exact, prefixes } = indexWords();
const joinedPatterns = concepts.map((concept) => ({ concept, pattern: joinedPattern(concept) }));

/** Every concept a text in folded case speaks of, in order. One pass over the words. */
export function findConcepts(text: string): ConceptHit[] {
  const words = wordsOf(text);
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

/** The words of a text; those of plain ASCII without the pattern, which takes longer. */
function wordsOf(text: string): Word[] {
  if (/[^\0-\x7f]/u.test(text))
    return Array.from(text.matchAll(wordPattern), (match) => wordAt(text, match.index, match.index + match[0].length));
  const words: Word[] = [];
  for (let at = 0; at < text.length;) {
    const start = at;
    while (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at))) at += 1;
    if (at === start) {
      at += 1;
      continue;
    }
    while (isJoin(text.charCodeAt(at)) && isLetter(text.charCodeAt(at + 1))) {
      at += 2;
      while (isLetter(text.charCodeAt(at))) at += 1;
    }
    words.push(wordAt(text, start, at));
  }
  return words;
}

function wordAt(text: string, start: number, end: number): Word {
  return { key: text.slice(start, end), start, end };
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isJoin(code: number): boolean {
  return code === 0x27 || code === 0x2d;
}

/** Entries that begin with this word; prefixes are filed under their first two letters. */
function entriesOf(key: string): readonly Entry[] {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const whole = exact.get(key) ?? none;
  const beginnings = prefixes.get(key.slice(0, 2))?.filter((entry) => key.startsWith(entry.first)) ?? none;
  const entries = beginnings.length === 0 ? whole : [...whole, ...beginnings];
  if (key.length > longestRemembered) return entries;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, entries);
  return entries;
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
