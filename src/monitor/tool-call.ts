import type {
  ContextMessage,
  Integrity,
  JsonObject,
  JsonValue,
  Label,
  Labelled,
  LlmToolCall,
  Origin,
  StepScope,
  ToolSpec,
  ToolTurn,
} from "#engine";
import type { Place, Readers, TracedArguments } from "#pillars/autonomy";
import type { Grant, PolicyDecision } from "#pillars/privileges";
import type { AttachedTool, Desk } from "./desk.ts";

/** One tool call on its way through the gate. Each check reads what the ones before it have found. */
export interface ToolCall {
  readonly key: string;
  readonly scope: StepScope;
  readonly desk: Desk;
  readonly requested: LlmToolCall;
  /** What will be sent: as requested, or as the approver has edited it. */
  args: JsonObject;
  tool: AttachedTool | undefined;
  traced: TracedArguments;
  /** What arguments are worth, by name, where the drawing has filled them in. */
  readonly given: Readonly<Record<string, Label>>;
  /** By argument path, what the model pointed at instead of writing it. */
  places: ReadonlyMap<string, Place>;
  decision: PolicyDecision | undefined;
  /** Where in the log the rules were asked about it. */
  requestedAt: number;
  /** Why a person is asked although a rule would allow it; empty when nobody needs to be. */
  doubts: readonly string[];
  approvalId: string | undefined;
  /** Roles that may decide about it, empty for any. */
  deciders: readonly string[];
  grant: Grant | undefined;
  result: JsonValue | undefined;
  /** Who may read what it answers, and what it lets out; anyone where undefined. */
  readers: Readers;
  confidential: Readers;
}

/** A check ends the call with an answer, or lets it go on with undefined. */
export type Check = (call: ToolCall) => Promise<ToolTurn | undefined>;

export function startCall(
  key: string,
  requested: LlmToolCall,
  scope: StepScope,
  desk: Desk,
  given: ToolCall["given"] = {},
): ToolCall {
  return {
    key,
    scope,
    desk,
    requested,
    args: requested.arguments,
    tool: undefined,
    traced: {},
    given,
    places: new Map(),
    decision: undefined,
    requestedAt: 0,
    doubts: [],
    approvalId: undefined,
    deciders: [],
    grant: undefined,
    result: undefined,
    readers: undefined,
    confidential: undefined,
  };
}

/** What the tool's spec is, once the check that looks it up has passed. */
export function specOf(call: ToolCall): ToolSpec {
  if (call.tool === undefined) throw new Error("The tool was not looked up.");
  return call.tool.spec;
}

/** The answer the model gets, as a message of its context. */
export function answer(
  call: ToolCall,
  outcome: ToolTurn["outcome"],
  result: JsonValue,
  integrity: Integrity,
): ToolTurn {
  const { callId, tool } = call.requested;
  const label = { integrity, sources: [call.key] };
  const message: ContextMessage = {
    ref: call.key,
    from: "tool",
    label,
    message: { role: "tool", callId, tool, result },
  };
  const labelled: Labelled = { data: result, label };
  return { outcome, message, result: labelled };
}

/** A refusal in words the model can pass on. The text is the house's own. */
export function refuse(call: ToolCall, outcome: "denied" | "failure" | "skipped", sentence: string): ToolTurn {
  return answer(call, outcome, { [outcome === "failure" ? "error" : outcome]: sentence }, "author");
}

/** Origins as the trace and the approval card carry them. */
export function recordedOrigins(traced: TracedArguments): Record<string, Origin> {
  return Object.fromEntries(
    Object.entries(traced).map(([path, { label, origin }]) => [
      path,
      {
        kind: origin.kind,
        title: origin.title,
        key: origin.key === undefined ? "" : origin.path === undefined ? origin.key : `${origin.key}#${origin.path}`,
        integrity: label.integrity,
      },
    ]),
  );
}
