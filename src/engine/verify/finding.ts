import type { EditOperation } from "../flow/edit.ts";

/** What verify can find. Errors keep a flow from running; warnings do not. */
export const findingCodes = [
  "no-trigger",
  "no-answer",
  "unknown-node",
  "newer-node",
  "bad-config",
  "bad-wire",
  "wire-types",
  "missing-input",
  "cycle",
  "not-reached",
  "unguarded-model",
  "ungranted-tool",
  "missing-helper",
  "too-many-helpers",
  "loose-helper",
  "tool-name-twice",
  "rule-conflict",
  "rule-unused",
  "remark",
] as const;
export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  readonly at: { readonly node?: string; readonly edge?: string; readonly port?: string };
  /** Short, names the step: "Write an answer has no firewall". */
  readonly title: string;
  /** Why it matters and what to do, one or two sentences. */
  readonly message: string;
  readonly fix?: Fix;
}

/** A repair that one click applies, as edits that can be undone. */
export interface Fix {
  readonly title: string;
  readonly operations: readonly EditOperation[];
}
