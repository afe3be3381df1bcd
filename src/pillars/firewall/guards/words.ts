import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import type { View } from "../views/view.ts";

/** Phrases that the builder lists. They are matched as text, never compiled, so a list cannot slow the firewall down. */
export const words = defineGuard({
  id: "words",
  title: "Custom words",
  directions: ["input", "output"],
  categories: ["custom-word"],
  window: 0,
  holdFrom: (text, _input, setting) => text.length - 2 * Math.max(0, ...setting.list.map((entry) => entry.length + 8)),
  inspect: (views, input, setting) => {
    if (setting.list.length === 0 || (setting.where !== "both" && setting.where !== input.direction)) return [];
    const patterns = setting.list.map((entry) => ({ entry, parts: wordsOf(entry.toLowerCase(), true) }));
    return views.all.flatMap((view) => matches(view, patterns));
  },
});

interface Pattern {
  readonly entry: string;
  readonly parts: readonly Word[];
}
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function matches(view: View, patterns: readonly Pattern[]): Candidate[] {
  const found: Candidate[] = [];
  const text = wordsOf(view.text.toLowerCase(), false);
  // toLowerCase may change lengths (İ); then the spans would drift, so the original case is kept for such texts.
  const aligned = view.text.toLowerCase().length === view.text.length ? text : wordsOf(view.text, false);
  for (let at = 0; at < aligned.length; at++) {
    for (const { entry, parts } of patterns) {
      if (parts.length === 0 || !parts.every((part, offset) => fits(part.text, aligned[at + offset]?.text))) continue;
      const first = aligned[at];
      const last = aligned[at + parts.length - 1];
      if (first === undefined || last === undefined) continue;
      found.push({
        category: "custom-word",
        score: 1,
        ...view.toOriginal(first.start, last.end),
        reason: `Contains “${entry}”, which is on the list of custom words.`,
        replacement: { by: "marker", text: "[removed]" },
      });
    }
  }
  return found;
}

function wordsOf(text: string, withAsterisk: boolean): Word[] {
  const pattern = withAsterisk
    ? /[\p{L}\p{M}\p{N}*]+|[^\s\p{L}\p{M}\p{N}*]/gu
    : /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
  return [...text.matchAll(pattern)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether a word fits a pattern in which an asterisk stands for any letters. Greedy with one step back: linear enough. */
function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  const pieces = pattern.split("*");
  if (pieces.length === 1) return pattern === word;
  const head = pieces[0] ?? "";
  const tail = pieces.at(-1) ?? "";
  if (word.length < head.length + tail.length || !word.startsWith(head) || !word.endsWith(tail)) return false;
  let at = head.length;
  for (const piece of pieces.slice(1, -1)) {
    at = word.indexOf(piece, at);
    if (at === -1 || at + piece.length > word.length - tail.length) return false;
    at += piece.length;
  }
  return true;
}
