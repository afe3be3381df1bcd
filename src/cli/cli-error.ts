/** Something the person at the command line can put right. The message is one sentence for them; the exit code is 1. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** `usage`: the command was called wrongly; `file`: a file cannot be read as what it should be; `state`: the run does not allow it. */
export type CliErrorCode = "usage" | "file" | "state";
