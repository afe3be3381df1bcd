import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import type { View } from "../views/view.ts";
import { expressionsOf, longestOf } from "../words/expressions.ts";
import { findPhrases, indexPhrases } from "../words/phrases.ts";
import type { PhraseIndex } from "../words/phrases.ts";

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
    const index = indexPhrases(setting.list);
    const expressions = expressionsOf(setting.patterns);
    return onceEach(
      views.all.flatMap((view) => [...matches(view, index), ...expressions.flatMap((each) => each(view))]),
    );
  },
});

function matches(view: View, index: PhraseIndex): Candidate[] {
  return findPhrases(view.text, index).map(({ entry, start, end }) => candidate(view, entry, start, end));
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
