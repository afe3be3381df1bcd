import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import type { View } from "../views/view.ts";
import { expressionsOf, longestOf } from "../words/expressions.ts";

/**
 * Phrases that the builder lists, matched as text and never compiled, and regular expressions, searched for in linear time:
 * neither can slow the firewall down.
 */
export const words = defineGuard({
  id: "words",
  title: "Custom words",
  directions: ["input", "output"],
  categories: ["custom-word", "custom-pattern", "unreadable-pattern"],
  window: 0,
  looksFor: ({ direction }, { list, patterns, where }) =>
    list.length + patterns.length > 0 && (where === "both" || where === direction),
  // Letters may stand apart in disguise, so a place is taken to be twice as long. What has no bound needs the whole text.
  holdFrom: (text, _input, { list, patterns }) =>
    Math.max(0, text.length - 2 * Math.max(0, ...list.map((entry) => entry.length + 8), longestOf(patterns))),
  inspect: (views, _input, setting) => {
    const index = indexPatterns(setting.list);
    const expressions = expressionsOf(setting.patterns);
    return onceEach(
      views.all.flatMap((view) => [...matches(view, index), ...expressions.flatMap((each) => each(view))]),
    );
  },
});

interface Pattern {
  readonly entry: string;
  readonly parts: readonly (readonly string[])[];
}
interface Index {
  /** Patterns whose first word is exact, by that word. */
  readonly byWord: ReadonlyMap<string, readonly Pattern[]>;
  /** Patterns whose first word has an asterisk, tried at every word. */
  readonly open: readonly Pattern[];
  /** Entries in scripts without spaces, searched as parts of the text. */
  readonly unspaced: readonly string[];
}
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const unspacedScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function indexPatterns(list: readonly string[]): Index {
  const byWord = new Map<string, Pattern[]>();
  const open: Pattern[] = [];
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

function matches(view: View, index: Index): Candidate[] {
  const text = lower(view.text);
  const spoken = wordsOf(text, /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu);
  const found = spoken.flatMap((word, at) =>
    [...(index.byWord.get(word.text) ?? []), ...index.open]
      .filter(({ parts }) => parts.every((part, offset) => fits(part, spoken[at + offset]?.text)))
      .map(({ entry, parts }) => candidate(view, entry, word.start, spoken[at + parts.length - 1]?.end ?? word.end)),
  );
  for (const entry of index.unspaced) {
    const needle = lower(entry).replaceAll("*", "");
    for (let at = text.indexOf(needle); at !== -1 && needle !== ""; at = text.indexOf(needle, at + needle.length)) {
      found.push(candidate(view, entry, at, at + needle.length));
    }
  }
  return found;
}

/** What several views show at one place, once. */
function onceEach(found: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(found.map((each) => [`${each.start} ${each.end} ${each.reason}`, each])).values()];
}

function candidate(view: View, entry: string, start: number, end: number): Candidate {
  return {
    category: "custom-word",
    score: 1,
    ...view.toOriginal(start, end),
    reason: `Contains “${entry}”, which is on the list of custom words.`,
    replacement: { by: "marker", text: "[removed]" },
  };
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
