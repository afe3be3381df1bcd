import { isKind } from "#engine";
import type { Rule, RunFacts } from "../rule.ts";

/** S11: a call whose target was looked for in earlier runs and not found is made only with a person's approval. */
export function targetRule({ ahead }: RunFacts): Rule {
  const step: Rule["step"] = ({ event }) => {
    if (!isKind(event, "tool.call") || event.attrs.approvalId !== undefined) return [];
    if (!ahead.isUnknown(event.key) || !ahead.isAnswered(event.key)) return [];
    const message = `At step ${event.seq}, ${event.attrs.tool} was used for a target for the first time, and no person was asked.`;
    return [{ code: "S11", step: event.seq, message }];
  };
  return { step };
}
