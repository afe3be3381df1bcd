import type { JsonValue, RunEvent } from "#engine";
import type { VerifyCode } from "./codes.ts";
import { approvalRule } from "./rules/approvals.ts";
import { controlRule } from "./rules/control.ts";
import { dayRule } from "./rules/day.ts";
import { firewallRule } from "./rules/firewall.ts";
import { grantRule } from "./rules/grants.ts";
import { limitRule } from "./rules/limits.ts";
import { nodeRule } from "./rules/nodes.ts";
import { reminderRule } from "./rules/reminders.ts";
import { resultRule } from "./rules/results.ts";
import { readerRule } from "./rules/readers.ts";
import { targetRule } from "./rules/targets.ts";
import { signatureRule } from "./signatures.ts";

/** One broken rule: which, and the first event at which it shows. */
export interface Finding {
  readonly code: VerifyCode;
  readonly step: number;
  readonly message: string;
}

/** What every rule sees: the run's events in order, recovery's own left in. Pure folds; none depends on another. */
export interface SealedRun {
  readonly events: readonly RunEvent[];
  /** The digest of a recorded value, shown or not. */
  digest(event: RunEvent, field: string): string | undefined;
  /** The digests of everything that it recorded, by field. */
  digests(event: RunEvent): Readonly<Record<string, string>>;
  /** The flow that ran, as the bundle holds it. */
  readonly flow: JsonValue;
  readonly origin: string;
  /** Base64url hash of the line that it stands on. */
  leaf(event: RunEvent): string;
}

export type Rule = (run: SealedRun) => Finding[];

const rules: readonly Rule[] = [
  grantRule,
  approvalRule,
  signatureRule,
  firewallRule,
  limitRule,
  dayRule,
  reminderRule,
  resultRule,
  nodeRule,
  controlRule,
  targetRule,
  readerRule,
];

/** Did the run keep its own rules? Integrity is checked before and elsewhere. Ordered by step. */
export function checkSemantics(run: SealedRun): Finding[] {
  return rules.flatMap((rule) => rule(run)).sort((a, b) => a.step - b.step);
}
