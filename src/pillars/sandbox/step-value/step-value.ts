import { RunError, type CodeLimits, type CodeResult, type JsonValue, type RunErrorCode } from "#engine";
import { sizeWords } from "../limits.ts";

interface StepFailure {
  readonly code: RunErrorCode;
  readonly sentence: string;
}

/**
 * The value that a step's code gave; a RunError with its sentence where it gave none.
 * @param what the code is called to the person.
 */
export function valueOf(ran: CodeResult, limits: CodeLimits, what: "code" | "query"): JsonValue {
  if (ran.outcome === "value" && ran.value !== undefined) return ran.value;
  const { code, sentence } = stepFailure(ran, limits, what);
  throw new RunError(code, sentence);
}

function stepFailure({ outcome, error }: CodeResult, limits: CodeLimits, what: "code" | "query"): StepFailure {
  switch (outcome) {
    case "timeout":
      return { code: "timeout", sentence: `The ${what} was stopped after ${limits.timeMs / 1_000} s.` };
    case "memory": {
      const most = sizeWords(limits.memoryBytes);
      return { code: "limit-hit", sentence: `The ${what} was stopped: it wanted more than ${most} of memory.` };
    }
    case "output-limit":
      return { code: "limit-hit", sentence: error ?? `The ${what} was stopped: what it wrote is too large.` };
    case "denied":
      return { code: "not-permitted", sentence: error ?? `The ${what} wanted something it may not have.` };
    case "value":
      return { code: "bad-output", sentence: `The ${what} returned nothing.` };
    case "error":
    case "crashed":
      return { code: "node-failed", sentence: `The ${what} failed${error === undefined ? "." : `: ${error}`}` };
  }
}
