import type { RunEvent } from "#engine";
import { createClockWatch, type ClockSetBack } from "../clock-set-back.ts";
import type { Finding, Rule, RuleOf, RunFacts, Step } from "./rule.ts";
import { approvalRule } from "./rules/approvals.ts";
import { budgetRule } from "./rules/budget.ts";
import { controlRule } from "./rules/control.ts";
import { dayRule } from "./rules/day.ts";
import { firewallRule } from "./rules/firewall.ts";
import { drawnFirewallRule } from "./rules/firewall-as-drawn.ts";
import { grantRule } from "./rules/grants.ts";
import { limitRule } from "./rules/limits.ts";
import { linkRule } from "./rules/links.ts";
import { nodeRule } from "./rules/nodes.ts";
import { reminderRule } from "./rules/reminders.ts";
import { resultRule } from "./rules/results.ts";
import { readerRule } from "./rules/readers.ts";
import { targetRule } from "./rules/targets.ts";
import { createSignatureFold, type Decided } from "./signatures.ts";

const rules: readonly RuleOf[] = [
  grantRule,
  approvalRule,
  firewallRule,
  drawnFirewallRule,
  limitRule,
  budgetRule,
  dayRule,
  reminderRule,
  resultRule,
  nodeRule,
  controlRule,
  targetRule,
  readerRule,
  linkRule,
];

/** Did the run keep its own rules? Integrity is checked before and elsewhere. */
export interface Semantics {
  readonly first: (event: RunEvent) => void;
  step(step: Step): void;
  /** The first broken step of each rule, ordered by step. */
  findings(): Finding[];
  /** Where the recorder's clock went back. */
  clock(): ClockSetBack | undefined;
  /** Every decision of the run, with the key of those whose signature fits. */
  decisions(): readonly Decided[];
}

export function createSemantics(run: RunFacts): Semantics {
  const signatures = createSignatureFold(run);
  const clock = createClockWatch();
  const all = [...rules.map((rule) => rule(run)), signatures];
  const folds = all.map((rule): { readonly rule: Rule; found?: Finding } => ({ rule }));
  return {
    first(event) {
      run.ahead.add(event);
      for (const { rule } of folds) rule.first?.(event);
    },
    step(step) {
      clock.step(step.event);
      for (const fold of folds)
        for (const finding of fold.rule.step(step))
          if (fold.found === undefined || finding.step < fold.found.step) fold.found = finding;
    },
    findings: () => folds.flatMap(({ found }) => (found === undefined ? [] : [found])).sort((a, b) => a.step - b.step),
    clock: clock.found,
    decisions: signatures.decisions,
  };
}
