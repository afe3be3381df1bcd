import type { Classifiers } from "../classifier/classifiers.ts";
import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { addressedEvidence } from "../injection/addressed.ts";
import { combine, findEvidence } from "../injection/evidence.ts";
import type { Evidence } from "../injection/evidence.ts";
import { orderScore } from "../injection/orders.ts";
import { injectionCategories, learnedCategory } from "../injection/phrases.ts";
import type { InjectionCategory } from "../injection/phrases.ts";
import { readData, readMessage, stronger, worthTelling } from "../injection/learned.ts";
import type { Learned, LearnedMessage } from "../injection/learned.ts";
import { sentencesOf } from "../sentences.ts";
import { signsOf } from "../injection/signs.ts";
import type { InspectInput } from "../types.ts";
import type { Span, View } from "../views/view.ts";
import type { Views } from "../views/views.ts";

/** From this score on a rule's sign says more about an attack than that it resembles others. */
const telling = 0.3;
/** How much an order weighs that somebody took the trouble to hide. */
const disguise = 0.3;
const marker = "[sentence removed by the firewall]";

const reasons: Readonly<Record<InjectionCategory | typeof learnedCategory, string>> = {
  "instruction-override": "Tries to make the assistant drop its instructions.",
  "prompt-extraction": "Tries to get the assistant's hidden instructions or a secret.",
  persona: "Tries to give the assistant another character without its rules.",
  "role-forgery": "Pretends to come from the system or from the assistant itself.",
  "tool-forgery": "Imitates a tool call or names a tool to call.",
  "order-in-data": "Gives the assistant an order from inside a document or tool result.",
  learned: "Reads like the attacks on assistants that the firewall has learned from.",
  secrecy: "Tells the assistant to act behind the person's back.",
};

/**
 * Orders to the assistant from somebody who has no right to give any. In a person's message the whole message is judged and
 * stopped; in a document or tool result each sentence is judged and cut out.
 */
export const injection = defineGuard({
  id: "injection",
  title: "Injected orders",
  directions: ["input"],
  categories: [...injectionCategories, learnedCategory],
  window: "whole",
  inspect: (views, input, _setting, classifiers) => {
    if (input.from === "model" || input.from === "author") return [];
    return input.from === "user" ? judgeMessage(views, classifiers) : judgeData(views, input, classifiers);
  },
});

function judgeMessage(views: Views, classifiers: Classifiers): Candidate[] {
  const all: (Evidence & { readonly place: Span })[] = [];
  let learned: LearnedMessage | undefined;
  for (const view of views.all) {
    const found = findEvidence(view, false);
    const addressed = view === views.plain ? addressedEvidence(view) : [];
    for (const evidence of newEvidence([...found, ...addressed], view, views, 0.45))
      all.push({ ...evidence, place: view.toOriginal(evidence.start, evidence.end) });
    learned = stronger(learned, readMessage(view, views.plain, signsOf(found), classifiers));
  }
  const strongest = all.toSorted((a, b) => b.weight - a.weight)[0];
  const byRules = combine(all);
  const byLearned = learned?.score ?? 0;
  // In a text of many windows each sees what the other does not, so that either doubt counts; in a short one both see the same.
  const score = learned?.isPart ? 1 - (1 - byRules) * (1 - byLearned) : Math.max(byRules, byLearned);
  if (strongest === undefined || (learned !== undefined && byLearned > byRules)) {
    if (learned === undefined || score < worthTelling) return [];
    const category = byRules < telling ? learnedCategory : (strongest?.category ?? learnedCategory);
    return [candidate(category, score, learned)];
  }
  return [candidate(strongest.category, score, strongest.place)];
}

function judgeData(views: Views, input: InspectInput, classifiers: Classifiers): Candidate[] {
  const sentences = sentencesOf(views.original);
  const perSentence: Evidence[][] = sentences.map(() => []);
  const learned: Learned[] = [];
  for (const view of views.all) {
    const found = findEvidence(view, true);
    learned.push(...readData(view, views.plain, signsOf(found), classifiers));
    for (const evidence of newEvidence([...found, ...orderEvidence(view, input)], view, views, 0.4)) {
      const place = view.toOriginal(evidence.start, evidence.end);
      for (let at = sentenceAt(sentences, place.start); at < sentences.length; at++) {
        const sentence = sentences[at];
        if (sentence === undefined || sentence.start >= place.end) break;
        perSentence[at]?.push(evidence);
      }
    }
  }
  const byRule = sentences.flatMap((sentence, at) => {
    const evidence = perSentence[at] ?? [];
    const strongest = evidence.toSorted((a, b) => b.weight - a.weight)[0];
    return strongest === undefined ? [] : [candidate(strongest.category, combine(evidence), sentence)];
  });
  return [...byRule, ...learned.map((each) => candidate(learnedCategory, each.score, each))];
}

/**
 * What a derived view adds: its surroundings show the same as the text that it was derived from. Evidence that took undoing
 * a disguise weighs more, unless it is too weak to say anything.
 */
function newEvidence(found: readonly Evidence[], view: View, views: Views, least: number): readonly Evidence[] {
  if (view === views.plain) return found;
  return found.flatMap((evidence) => {
    const effort = view.effort(evidence.start, evidence.end);
    if (effort === "none") return [];
    const isStronger = effort === "disguise" && evidence.weight >= least;
    return [isStronger ? { ...evidence, weight: Math.min(0.98, evidence.weight + disguise) } : evidence];
  });
}

/** Sentences of a view that order an act, stricter once the text has addressed the assistant or forged a role. */
function orderEvidence(view: View, input: InspectInput): Evidence[] {
  const text = view.lower;
  const forged =
    /(?:^|[\s"'([#*])(?:system|admin|developer|assistant|ai)(?: (?:message|note|prompt|override))?\s?:|<\|im_start|\[inst\]/u.exec(
      text,
    );
  const toolNames = input.context?.toolNames ?? [];
  return sentencesOf(view.text).flatMap(({ start, end }) => {
    const afterForgery = forged !== null && forged.index <= start && start - forged.index < 600;
    const weight = orderScore(text.slice(start, end), { toolNames, afterForgery });
    return weight < 0.3 ? [] : [{ category: "order-in-data" as const, weight, start, end, sign: "order" }];
  });
}

/** The first sentence that ends after `offset`. */
function sentenceAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function candidate(category: InjectionCategory | typeof learnedCategory, score: number, place: Span): Candidate {
  return {
    category,
    score,
    start: place.start,
    end: place.end,
    reason: reasons[category],
    replacement: { by: "marker", text: marker },
  };
}
