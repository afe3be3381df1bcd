import type { CodeLimits, CodeResult, RunErrorCode } from "#engine";
import { sizeWords } from "./limits.ts";

export interface StepFailure {
  readonly code: RunErrorCode;
  readonly sentence: string;
}

/** How a step ends whose code gave no value. @param what the code is called to the person. */
export function stepFailure({ outcome, error }: CodeResult, limits: CodeLimits, what: "code" | "query"): StepFailure {
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
