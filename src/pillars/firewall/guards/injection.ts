import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { combine, findEvidence } from "../injection/evidence.ts";
import type { Evidence } from "../injection/evidence.ts";
import { orderScore } from "../injection/orders.ts";
import { injectionCategories } from "../injection/phrases.ts";
import type { InjectionCategory } from "../injection/phrases.ts";
import { sentencesOf } from "../injection/sentences.ts";
import type { InspectInput } from "../types.ts";
import type { Span, View } from "../views/view.ts";
import type { Views } from "../views/views.ts";

/** How much an order weighs that somebody took the trouble to hide. */
const disguise = 0.3;
const marker = "[sentence removed by the firewall]";

const reasons: Readonly<Record<InjectionCategory, string>> = {
  "instruction-override": "Tries to make the assistant drop its instructions.",
  "prompt-extraction": "Tries to get the assistant's hidden instructions or a secret.",
  persona: "Tries to give the assistant another character without its rules.",
  "role-forgery": "Pretends to come from the system or from the assistant itself.",
  "tool-forgery": "Imitates a tool call or names a tool to call.",
  "order-in-data": "Gives the assistant an order from inside a document or tool result.",
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
  categories: injectionCategories,
  window: "whole",
  inspect: (views, input) => {
    if (input.from === "model" || input.from === "author") return [];
    return input.from === "user" ? judgeMessage(views) : judgeData(views, input);
  },
});

function judgeMessage(views: Views): Candidate[] {
  const all: (Evidence & { readonly place: Span })[] = [];
  for (const view of views.all) {
    const isDisguised = view !== views.plain && view.kind !== "unmarked";
    for (const evidence of findEvidence(view, false)) {
      const weight =
        isDisguised && evidence.weight >= 0.45 ? Math.min(0.98, evidence.weight + disguise) : evidence.weight;
      all.push({ ...evidence, weight, place: view.toOriginal(evidence.start, evidence.end) });
    }
  }
  const strongest = all.toSorted((a, b) => b.weight - a.weight)[0];
  if (strongest === undefined) return [];
  const score = combine(all);
  return [candidate(strongest.category, score, strongest.place)];
}

function judgeData(views: Views, input: InspectInput): Candidate[] {
  const sentences = sentencesOf(views.original);
  const perSentence: Evidence[][] = sentences.map(() => []);
  for (const view of views.all) {
    const isDisguised = view.kind !== "plain" && view.kind !== "unmarked";
    for (const evidence of [...findEvidence(view, true), ...orderEvidence(view, input)]) {
      const place = view.toOriginal(evidence.start, evidence.end);
      const weight =
        isDisguised && evidence.weight >= 0.4 ? Math.min(0.98, evidence.weight + disguise) : evidence.weight;
      for (let at = sentenceAt(sentences, place.start); at < sentences.length; at++) {
        const sentence = sentences[at];
        if (sentence === undefined || sentence.start >= place.end) break;
        perSentence[at]?.push({ ...evidence, weight });
      }
    }
  }
  return sentences.flatMap((sentence, at) => {
    const evidence = perSentence[at] ?? [];
    const strongest = evidence.toSorted((a, b) => b.weight - a.weight)[0];
    return strongest === undefined ? [] : [candidate(strongest.category, combine(evidence), sentence)];
  });
}

/** Sentences of a view that order an act, stricter once the text has addressed the assistant or forged a role. */
function orderEvidence(view: View, input: InspectInput): Evidence[] {
  const text = view.text.replaceAll("İ", "I").toLowerCase();
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

function candidate(category: InjectionCategory, score: number, place: Span): Candidate {
  return {
    category,
    score,
    start: place.start,
    end: place.end,
    reason: reasons[category],
    replacement: { by: "marker", text: marker },
  };
}
