import type { JsonObject, JsonValue } from "#engine";

/** A call that code made in a chat, and what came of it. */
export interface RecordedCall {
  readonly tool: string;
  readonly arguments: JsonObject;
  /** Undefined where the call was refused or failed. */
  readonly answer: JsonValue | undefined;
}

/** The last time that a step ran its code in a chat. */
export interface RecordedRun {
  readonly input: JsonValue;
  /** What came in at each port of the step, before it was made into the input. */
  readonly inputs: JsonObject;
  readonly code: string;
  readonly calls: readonly RecordedCall[];
}
