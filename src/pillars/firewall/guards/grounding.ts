import { defineGuard } from "../define-guard.ts";
import { groundingCategories, judgeStatement } from "../grounding/judge-statement.ts";
import { statementsOf } from "../grounding/statements.ts";
import { supportOf } from "../grounding/support.ts";
import type { Support } from "../grounding/support.ts";
import { thresholds } from "../policy/index.ts";
import type { InspectContext } from "../types.ts";

/** The share of statements that may lack support. */
const tolerated = { all: 0, most: 0.2, half: 0.5 } as const;

/**
 * Statements of an answer that the step's documents and tool results do not support: numbers, dates and names that none of
 * them has, numbers that they say of something else, and sentences with no word in common. It compares words: what it passes
 * may still be wrong, a "not" too many for instance. It is silent where the step has read nothing to rest on.
 */
export const grounding = defineGuard({
  id: "grounding",
  title: "Answers without a source",
  directions: ["output"],
  categories: groundingCategories,
  window: 0,
  looksFor: ({ isAnswer, context }) => isAnswer !== false && (context?.sources ?? []).some((source) => source !== ""),
  holdFrom: (text, _input, { share }, { plain }) => {
    if (share !== "all") return 0;
    const { open } = statementsOf(plain.text);
    return open >= plain.text.length ? text.length : plain.toOriginal(open, open + 1).start;
  },
  inspect: ({ plain }, { context }, { sensitivity, share }) => {
    if (context === undefined) return [];
    const support = supportFor(context);
    let claims = 0;
    const faults = statementsOf(plain.text).spans.flatMap(({ start, end }) => {
      const { isClaim, fault } = judgeStatement(plain.text.slice(start, end), support);
      claims += isClaim ? 1 : 0;
      const replacement = { by: "marker", text: "[removed: not in the sources]" } as const;
      return fault === undefined ? [] : [{ ...fault, ...plain.toOriginal(start, end), replacement }];
    });
    const lacking = faults.filter(({ score }) => score >= thresholds[sensitivity]);
    return lacking.length <= claims * tolerated[share] ? [] : lacking;
  },
});

/** An answer that arrives in pieces is looked at many times over, always beside the same sources. */
const made = new WeakMap<InspectContext, Support>();

function supportFor(context: InspectContext): Support {
  const before = made.get(context);
  if (before !== undefined) return before;
  const support = supportOf(context);
  made.set(context, support);
  return support;
}
