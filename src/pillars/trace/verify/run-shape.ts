import { recoveryKinds } from "#engine";
import { equalBytes, fromUtf8, utf8 } from "../bytes.ts";
import { canonicalize, digestOf, parseCanonical } from "../canonical.ts";
import { paths } from "../bundle/layout.ts";
import type { TraceLine } from "../line.ts";
import { memberBytes, type Container } from "./container.ts";
import { attempt, demand, settled, type Fault } from "./fault.ts";
import type { RunState } from "./report.ts";

/** How a run begins and ends, read from its lines one after the other. */
export interface RunShape {
  step(line: TraceLine): void;
  readonly first: TraceLine | undefined;
  readonly last: TraceLine | undefined;
  /** What an open run is waiting for is read from its last steps. */
  state(): RunState;
  /** One run.open, first; at most one run.close, last, with the right count. Throws Fault E25. */
  check(): void;
}

const recovery: ReadonlySet<string> = recoveryKinds;

export function createRunShape(): RunShape {
  let first: TraceLine | undefined;
  let last: TraceLine | undefined;
  let telling = "";
  const asked = new Set<unknown>();
  let wrong: Fault | undefined;

  function step(line: TraceLine): void {
    const { seq, kind, attrs } = line;
    const place = settled(() => {
      // Whatever follows an ending is where the run should have been over.
      demand(last?.kind !== "run.close", "E25", { step: seq - 1 });
      demand((kind === "run.open") === (seq === 0), "E25", { step: seq });
    });
    if ("fault" in place) wrong ??= place.fault;
    first ??= line;
    last = line;
    if (!recovery.has(kind)) telling = kind;
    if (kind === "approval.request") asked.add(attrs["approvalId"]);
    if (kind === "approval.decision" || kind === "approval.timeout") asked.delete(attrs["approvalId"]);
  }

  return {
    step,
    get first() {
      return first;
    },
    get last() {
      return last;
    },
    state() {
      if (last?.kind === "run.close") return "closed";
      return telling === "turn.end" || asked.size > 0 ? "waiting" : "interrupted";
    },
    check() {
      if (wrong !== undefined) throw wrong;
      const size = (last?.seq ?? -1) + 1;
      demand(last?.kind !== "run.close" || last.attrs["events"] === size, "E25", { step: size - 1 });
    },
  };
}

/** Flow, policies and models are those that the first line names. */
export function checkFlow(container: Container, opening: TraceLine | undefined): void {
  const attrs = opening?.attrs ?? {};
  checkDigest(container, paths.flow, attrs["flowDigest"]);
  checkDigest(container, paths.policies, attrs["policyDigest"]);
  const models = attempt("E26", { part: paths.models }, () => utf8(canonicalize(attrs["models"] ?? [])));
  demand(equalBytes(models, memberBytes(container, paths.models)), "E26", { part: paths.models });
}

function checkDigest(container: Container, part: string, expected: unknown): void {
  const digest = attempt("E26", { part }, () => digestOf(parseCanonical(fromUtf8(memberBytes(container, part)))));
  demand(digest === expected, "E26", { part });
}
