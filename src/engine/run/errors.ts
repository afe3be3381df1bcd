/** Why a run could not go on. Every code has one sentence for a person; the detail is filled in by the thrower. */
export const runErrorCodes = {
  "journal-mismatch": "This run was recorded with a different flow or different data, so it cannot be continued.",
  "value-erased": "A value that this run needs was erased, so it cannot be continued.",
  "node-failed": "A step failed.",
  timeout: "A step took too long and was stopped.",
  "limit-hit": "A limit was reached.",
  stopped: "The run was stopped.",
  "model-failed": "The model did not answer.",
  "check-failed": "A safety check could not be made, so the step was not done.",
  "not-permitted": "This is not permitted.",
  "code-not-adopted": "This code came from elsewhere, and nobody here has adopted it.",
  "bad-config": "A step's settings are not valid.",
  "bad-output": "A step returned something that its wires cannot carry.",
} as const;

export type RunErrorCode = keyof typeof runErrorCodes;

/** A failure that a flow may handle through a step's `error` port; unhandled, it ends the turn with this sentence. */
export class RunError extends Error {
  readonly code: RunErrorCode;

  constructor(code: RunErrorCode, detail?: string, cause?: unknown) {
    super(detail ?? runErrorCodes[code], { cause });
    this.name = "RunError";
    this.code = code;
  }
}

/**
 * Unwinds a step that waits for a person. Nothing is lost: the log holds the request, and when the decision is recorded
 * the turn is run again up to this point from the log.
 */
export class Suspended extends Error {
  readonly approvalId: string;

  constructor(approvalId: string) {
    super(`Waiting for a person (${approvalId}).`);
    this.name = "Suspended";
    this.approvalId = approvalId;
  }
}

/** Ends a step because a firewall stopped what it read or wrote. `guard` is the firewall node whose `blocked` port fires. */
export class Blocked extends Error {
  readonly guard: string;
  readonly reply: string;

  constructor(guard: string, sentence: string, reply: string) {
    super(sentence);
    this.name = "Blocked";
    this.guard = guard;
    this.reply = reply;
  }
}

/** A tool was asked and nobody knows whether it did what it was asked: a time-out, a lost connection, a failing server. */
export class NoAnswer extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "NoAnswer";
  }
}
