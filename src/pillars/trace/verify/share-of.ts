import type { VerifyProgress } from "./report.ts";

/** What each pass takes of a long check, in their order; an estimate. */
const weights = { file: 0.05, bytes: 0.2, form: 0.6, rules: 0.15 } as const satisfies Record<
  VerifyProgress["pass"],
  number
>;
const order = ["file", "bytes", "form", "rules"] as const;

/** How much of a check is done, 0 to 1. */
export function shareOf({ pass, done, total }: VerifyProgress): number {
  const before = order.slice(0, order.indexOf(pass)).reduce((sum, each) => sum + weights[each], 0);
  const within = total === 0 ? 0 : Math.min(1, done / total);
  return before + weights[pass] * within;
}
