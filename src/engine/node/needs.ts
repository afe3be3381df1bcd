import type { CodeRequest, CodeResult } from "../port/code.ts";
import type { LlmDocument, LlmMessage, LlmToolCall } from "../port/llm.ts";
import type { ToolSpec } from "../port/tool.ts";
import type { JsonObject } from "../value/json.ts";
import type { Label } from "../value/label.ts";
import type { Labelled } from "../value/labelled.ts";

/**
 * What a node may ask the house for. Each is already behind the monitor: there is no unguarded twin of it that a node
 * could hold. Keys are suffixes of the node's own step key and must not depend on arrival order.
 */
export interface Needs {
  readonly llm: GuardedLlm;
  readonly tools: GuardedTools;
  readonly code: GuardedCode;
  readonly knowledge: GuardedKnowledge;
  readonly people: People;
  readonly firewall: InlineFirewall;
  readonly conversation: Conversation;
}
export type Need = keyof Needs;

/** A message of the model's context, with the key of the recorded value it comes from and who wrote it. */
export interface ContextMessage {
  readonly ref: string;
  readonly from: "user" | "document" | "tool" | "model" | "author";
  readonly label: Label;
  readonly message: LlmMessage;
}

export interface LlmStep {
  readonly key: string;
  readonly model: string;
  readonly instructions: string;
  readonly context: readonly ContextMessage[];
  readonly tools: readonly ToolSpec[];
  readonly documents?: readonly (LlmDocument & { readonly ref: string })[];
  readonly replySchema?: JsonObject;
  readonly temperature?: number;
}

export interface LlmTurn {
  /** What may be shown and used: after the firewall. */
  readonly text: string;
  readonly toolCalls: readonly LlmToolCall[];
  readonly sources: readonly { readonly documentId: string; readonly title: string }[];
  readonly label: Label;
  readonly ref: string;
}

/** Asks the model once. Throws Blocked when a firewall stops the prompt or the reply, RunError when the model fails. */
export interface GuardedLlm {
  ask(step: LlmStep): Promise<LlmTurn>;
}

export interface ToolTurn {
  readonly outcome: "success" | "failure" | "denied" | "skipped";
  /** For the model: the result after the firewall, or why there is none. */
  readonly message: ContextMessage;
  readonly result: Labelled;
}

/** Tools attached to this step, as far as the permissions let this speaker use them. */
export interface GuardedTools {
  visible(): Promise<readonly ToolSpec[]>;
  /**
   * Calls a tool through grant, approval and firewall. Throws Suspended while a person has to decide. `given` says what arguments
   * are worth, by name, where the drawing and no model has filled them in.
   */
  call(key: string, call: LlmToolCall, given?: Readonly<Record<string, Label>>): Promise<ToolTurn>;
}

export interface GuardedCode {
  run(
    key: string,
    request: Pick<CodeRequest, "language" | "library" | "source" | "input" | "limits" | "reads">,
  ): Promise<CodeResult>;
}

export interface Passage {
  readonly documentId: string;
  readonly title: string;
  readonly text: string;
  readonly ref: string;
}

export interface GuardedKnowledge {
  search(key: string, query: string, limit: number): Promise<readonly Passage[]>;
}

export type Decision =
  | { readonly decision: "approved"; readonly value: JsonObject; readonly by: string; readonly isAsked: boolean }
  | { readonly decision: "denied"; readonly reason: string };

/** An inline gate: a person decides about a value before it goes on. Throws Suspended while they have not. */
export interface People {
  decide(
    key: string,
    ask: { sentence: string; value: JsonObject; label: Label; config: JsonObject },
  ): Promise<Decision>;
  handOff(key: string, to: string, sentence: string): Promise<void>;
}

/** An inline firewall: inspects a value on a wire. Throws Blocked when it must not pass. */
export interface InlineFirewall {
  inspect(key: string, value: Labelled, direction: "input" | "output", config: JsonObject): Promise<Labelled>;
}

/** What was said in this chat before this turn, oldest first; and saying something in it. */
export interface Conversation {
  history(): readonly ContextMessage[];
  /** The message that started this turn. */
  current(): ContextMessage;
  say(
    key: string,
    reply: { text: Labelled; sources: readonly JsonObject[]; options: readonly string[] },
  ): Promise<void>;
}
