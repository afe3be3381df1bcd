import { characterClass, classesAt, unitsAt } from "../character-classes.ts";
import { hash, offsetBasis, prime } from "../classifier/hashing.ts";
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

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u;
const wordClasses = characterClass.letter | characterClass.number;
const none: readonly Entry[] = [];
/** What words came to, as most words come again. */
const remembered = new Map<string, readonly Entry[]>();
const mostRemembered = 4096;
const longestRemembered = 24;
const { exact, prefixes } = indexWords();
const hintMask = 0xffff;
const hints = hintsOf();
const joinedPatterns = concepts.map((concept) => ({ concept, pattern: joinedPattern(concept) }));

/** Every concept a text in folded case speaks of, in order. One pass over the words. */
export function findConcepts(text: string): ConceptHit[] {
  const words = readWords(text);
  const hits: ConceptHit[] = [];
  for (const index of words.telling) {
    for (const entry of entriesOf(words.key(index))) {
      const last = index + entry.rest.length;
      if (last >= words.count) continue;
      if (!entry.rest.every((part, offset) => fits(words.key(index + offset + 1), part, entry))) continue;
      hits.push({ concept: entry.concept, start: words.starts[index] ?? 0, end: words.ends[last] ?? 0 });
    }
  }
  if (!unspacedScript.test(text)) return hits;
  for (const { concept, pattern } of joinedPatterns) {
    for (const match of text.matchAll(pattern))
      hits.push({ concept, start: match.index, end: match.index + match[0].length });
  }
  return hits.toSorted((a, b) => a.start - b.start);
}

/** The words of a text, each as a place, and which of them an entry may begin with. */
interface Words {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly telling: readonly number[];
  readonly key: (index: number) => string;
}

/**
 * Words are letters and digits, and parts of letters joined by an apostrophe or hyphen. While a word is read its hash is
 * looked up, so that words of no entry, which most are, are never cut out of the text.
 */
function readWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const telling: number[] = [];
  const { length } = text;
  for (let at = 0; at < length;) {
    let classes = classesAt(text, at);
    if ((classes & wordClasses) === 0) {
      at += unitsAt(text, at, classes);
      continue;
    }
    starts.push(at);
    let key = offsetBasis;
    let isTelling = false;
    let inside: number = wordClasses;
    while (at < length && (classes & inside) !== 0) {
      for (const end = at + unitsAt(text, at, classes); at < end; at++)
        key = Math.imul(key ^ text.charCodeAt(at), prime);
      isTelling ||= hints.begins[key & hintMask] === 1;
      classes = at < length ? classesAt(text, at) : 0;
      if ((classes & inside) !== 0 || at + 1 >= length || !isJoin(text.charCodeAt(at))) continue;
      const after = classesAt(text, at + 1);
      if ((after & characterClass.letter) === 0) continue;
      key = Math.imul(key ^ text.charCodeAt(at), prime);
      isTelling ||= hints.begins[key & hintMask] === 1;
      inside = characterClass.letter;
      at += 1;
      classes = after;
    }
    if (isTelling || hints.is[key & hintMask] === 1) telling.push(starts.length - 1);
    ends.push(at);
  }
  return { count: starts.length, starts, ends, telling, key: (index) => text.slice(starts[index], ends[index]) };
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

function fits(key: string, part: string, entry: Entry): boolean {
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

/** By hash, whether a word may be one of an entry's words, or may begin with one. */
function hintsOf(): { is: Uint8Array; begins: Uint8Array } {
  const is = new Uint8Array(hintMask + 1);
  const begins = new Uint8Array(hintMask + 1);
  for (const word of exact.keys()) is[hash(word, 0) & hintMask] = 1;
  for (const { first } of [...prefixes.values()].flat()) begins[hash(first, 0) & hintMask] = 1;
  return { is, begins };
}

function joinedPattern(concept: Concept): RegExp {
  const entries = Object.values(joinedLexicon).flatMap((language) => language[concept].split(" "));
  const longestFirst = entries.toSorted((a, b) => b.length - a.length).map((entry) => entry.replaceAll("_", " "));
  return new RegExp(longestFirst.join("|"), "gu");
}
