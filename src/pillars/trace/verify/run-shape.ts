import { recoveryKinds } from "#engine";
import { equalBytes, fromUtf8, utf8 } from "../bytes.ts";
import { canonicalize, digestOf, parseCanonical } from "../canonical.ts";
import { paths } from "../bundle/layout.ts";
import type { TraceLine } from "../line.ts";
import { memberBytes, type Container } from "./container.ts";
import { attempt, demand } from "./fault.ts";
import type { RunState } from "./report.ts";

/** One run.open, first; at most one run.close, last, with the right count; and the flow, policies and models that it names. */
export function checkRunShape(container: Container, lines: readonly TraceLine[]): void {
  for (const [seq, { kind }] of lines.entries()) {
    demand((kind === "run.open") === (seq === 0), "E25", { step: seq });
    demand(kind !== "run.close" || seq === lines.length - 1, "E25", { step: seq });
  }
  const last = lines.at(-1);
  const count = last?.kind === "run.close" ? last.attrs["events"] : lines.length;
  demand(count === lines.length, "E25", { step: lines.length - 1 });
  const opening = lines[0]?.attrs ?? {};
  checkDigest(container, paths.flow, opening["flowDigest"]);
  checkDigest(container, paths.policies, opening["policyDigest"]);
  const models = attempt("E26", { part: paths.models }, () => utf8(canonicalize(opening["models"] ?? [])));
  demand(equalBytes(models, memberBytes(container, paths.models)), "E26", { part: paths.models });
}

function checkDigest(container: Container, part: string, expected: unknown): void {
  const digest = attempt("E26", { part }, () => digestOf(parseCanonical(fromUtf8(memberBytes(container, part)))));
  demand(digest === expected, "E26", { part });
}

/** What an open run is waiting for is read from its last steps. */
export function stateOf(lines: readonly TraceLine[]): RunState {
  if (lines.at(-1)?.kind === "run.close") return "closed";
  const names: ReadonlySet<string> = recoveryKinds;
  if (lines.findLast(({ kind }) => !names.has(kind))?.kind === "turn.end") return "waiting";
  const asked = new Set<unknown>();
  for (const { kind, attrs } of lines) {
    if (kind === "approval.request") asked.add(attrs["approvalId"]);
    if (kind === "approval.decision" || kind === "approval.timeout") asked.delete(attrs["approvalId"]);
  }
  return asked.size > 0 ? "waiting" : "interrupted";
}
