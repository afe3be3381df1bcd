/** What can go wrong while recording, storing or reading a trace. One plain sentence each in `sentences`. */
export type TraceErrorCode =
  | "not-canonical"
  | "not-text"
  | "bad-encoding"
  | "bad-key"
  | "bad-note"
  | "unsigned-note"
  | "bad-checkpoint"
  | "bad-disclosure"
  | "bad-line"
  | "too-large"
  | "not-open"
  | "closed"
  | "fork"
  | "truncated"
  | "store-failed"
  | "unsealed"
  | "erased"
  | "bad-zip"
  | "bad-bundle";

const sentences: Record<TraceErrorCode, string> = {
  "not-canonical": "This value has no single JSON form, so it can't be recorded.",
  "not-text": "These bytes are not UTF-8 text.",
  "bad-encoding": "This is not correct Base64.",
  "bad-key": "This is not a correct public key line.",
  "bad-note": "This is not a correct signed note.",
  "unsigned-note": "None of the known keys signed this note.",
  "bad-checkpoint": "This is not a correct checkpoint.",
  "bad-disclosure": "This is not a correct disclosed value.",
  "bad-line": "This is not a correct line of a trace.",
  "too-large": "This is larger than a trace may hold.",
  "not-open": "A trace has to start with run.open, and only once.",
  closed: "This run is closed; nothing can be added to its trace.",
  fork: "Somebody else added to this trace in the meantime, so this step was not recorded.",
  truncated: "The stored trace is shorter than its own signed checkpoint says.",
  "store-failed": "The trace could not be stored, so the run can't go on.",
  unsealed: "The last steps are not under a signed checkpoint yet; sign one before exporting.",
  erased: "A value that this replay needs was erased or withheld.",
  "bad-zip": "This file is not a Gatehouse bundle.",
  "bad-bundle": "This bundle can't be written from what was given.",
};

/** The one error type of this folder. `message` is the sentence of the code, with a detail where it helps. */
export class TraceError extends Error {
  readonly code: TraceErrorCode;
  constructor(code: TraceErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? sentences[code] : `${sentences[code]} (${detail})`, options);
    this.name = "TraceError";
    this.code = code;
  }
}
