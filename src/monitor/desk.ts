import type {
  Attached,
  GateContext,
  GuardedCode,
  JsonObject,
  LlmMessage,
  RunEvent,
  StepScope,
  ToolSpec,
} from "#engine";

import type { Denial, LabelledText, Usage } from "#pillars/autonomy";
import type { Placeholder } from "#pillars/firewall";
import type { GrantTable, PolicySet, ToolPlan } from "#pillars/privileges";
import type { OneAtATime, StepAside } from "./one-at-a-time.ts";
import type { RawPorts } from "./raw-ports.ts";

/** Everything the monitor knows during one turn. Built from what the log has reached, so a resumed turn knows the same. */
export interface Desk extends GateContext {
  readonly raw: RawPorts;
  readonly memory: Memory;
  /** Runs code that a step's model has written: the call was judged, so nobody has to have adopted the code. */
  readonly code: (scope: StepScope, desk: Desk) => GuardedCode;
  /** For whoever holds up others. */
  readonly stepAside: StepAside;
}

/** The parts of the desk that grow while the turn runs. */
export interface Memory {
  grants: GrantTable;
  placeholders: readonly Placeholder[];
  readonly usage: Map<string, Usage>;
  /** What a message became behind a firewall, by `passedKey`. */
  readonly passed: Map<string, LlmMessage>;
  /** What stronger tiers have said in this run, by the key of the question. */
  readonly opinions: Map<string, Extract<RunEvent, { kind: "guardrail.response" }>>;
  /** Values whose words and fields an argument can be traced to. */
  readonly seen: LabelledText[];
  /** Calls that a person has denied in this run. */
  readonly denials: HeldDenial[];
  /** Calls of earlier turns that were begun and of which nobody knows whether they were made. */
  readonly unsettled: Denial[];
  readonly policies: Map<string, LoadedRules>;
  /** What the words of this chat foresee, by step. */
  readonly foreseen: Map<string, ToolPlan>;
  /** Tool calls: one at a time in a run, so that two calls cannot share the last use of a permission. */
  readonly calling: OneAtATime;
  /** Text that anybody may have written has been read. */
  outsideText: boolean;
  lastAnswer:
    | { readonly provider: string; readonly aiModel: boolean; readonly sources: readonly JsonObject[] }
    | undefined;
}

/** A denial, and where in the log it was told: what another branch had asked for before stays as it was. */
export interface HeldDenial extends Denial {
  readonly seq: number;
}

export interface LoadedRules {
  readonly policySet: PolicySet | undefined;
  /** Why nothing is allowed, when the rules cannot be read. */
  readonly problem: string;
}

/** The helpers of one kind that a step or one of its helpers carries. */
export function helpers(attached: readonly Attached[], kind: Attached["kind"]): readonly Attached[] {
  return attached.filter((each) => each.kind === kind);
}

export interface AttachedTool {
  readonly spec: ToolSpec;
  readonly node: Attached;
}

/** A step's tools by name, with the node that offers each. */
export function toolsOf(scope: StepScope): ReadonlyMap<string, AttachedTool> {
  const tools = new Map<string, AttachedTool>();
  for (const node of helpers(scope.step.attached, "tool")) {
    for (const spec of node.tools) tools.set(spec.name, { spec, node });
  }
  return tools;
}

export function nodeOf(scope: StepScope): { id: string; type: string } {
  return { id: scope.step.node.id, type: scope.step.node.type };
}

export const agentActor = (scope: StepScope): { type: "agent"; ref: string } => ({
  type: "agent",
  ref: scope.step.node.id,
});
