import type { CodeLimits, CodeResult } from "#engine";
import { cutText, type BorderFault, type JsonText } from "./border.ts";
import { maximumErrorLength, rowsOf, sizeWords, timeWords, waitMsOf } from "./limits.ts";

/** How a run ended, as the driver inside wall 2 or the watchdog outside saw it. */
export type Ending =
  | { readonly how: "value"; readonly text: JsonText; readonly columns?: string }
  | { readonly how: "thrown"; readonly message: string; readonly line?: number; readonly isDenial: boolean }
  | { readonly how: "interrupted" }
  | { readonly how: "stuck" }
  | { readonly how: "waited" }
  | { readonly how: "out-of-memory" }
  | { readonly how: "too-many-rows" }
  | { readonly how: "stack" }
  | { readonly how: "value-fault"; readonly fault: BorderFault }
  | { readonly how: "source-too-large" }
  | { readonly how: "aborted" }
  | { readonly how: "broken" }
  | { readonly how: "not-started" }
  | { readonly how: "browser-only" }
  | { readonly how: "not-downloaded" };

type Failure = Pick<CodeResult, "outcome"> & { readonly error: string };

/** The outcome of every ending but a value, with its sentence. */
export function failureOf(ending: Exclude<Ending, { how: "value" }>, limits: CodeLimits): Failure {
  switch (ending.how) {
    case "thrown":
      return { outcome: ending.isDenial ? "denied" : "error", error: thrownSentence(ending.message, ending.line) };
    case "interrupted":
      return { outcome: "timeout", error: `The code ran longer than ${timeWords(limits.timeMs)} and was stopped.` };
    case "stuck":
      return { outcome: "timeout", error: "The code waits for something that never comes, and was stopped." };
    case "waited":
      return {
        outcome: "timeout",
        error: `The code waited longer than ${timeWords(waitMsOf(limits))} for a tool and was stopped.`,
      };
    case "out-of-memory":
      return {
        outcome: "memory",
        error: `The code needed more than ${sizeWords(limits.memoryBytes)} and was stopped.`,
      };
    case "too-many-rows":
      return {
        outcome: "output-limit",
        error: `The query gives more than ${rowsOf(limits)} rows. Narrow it down, or end it with LIMIT.`,
      };
    case "stack":
      return { outcome: "error", error: "The code calls itself too deeply, or a text in it is nested too deeply." };
    case "value-fault":
      return {
        outcome: ending.fault === "not-json" ? "error" : "output-limit",
        error: `The value that the code returned ${faultWords(ending.fault, limits)}.`,
      };
    case "source-too-large":
      return { outcome: "error", error: `The code is longer than ${sizeWords(limits.sourceBytes)}.` };
    case "aborted":
      return { outcome: "error", error: "The run was stopped before the code ended." };
    case "not-started":
      return { outcome: "crashed", error: "The sandbox did not start, so the code did not run." };
    case "browser-only":
      return { outcome: "denied", error: "The full Python library runs in a browser only, so the code did not run." };
    case "not-downloaded":
      return {
        outcome: "denied",
        error:
          "The full Python library is not downloaded in this browser. The settings of the step offer the download.",
      };
    case "broken":
      return { outcome: "crashed", error: "The sandbox broke while the code ran, and was thrown away." };
  }
}

/** Refusals that the guest sees as the message of an Error. */
export const refusal = {
  tool: (name: string) => `This code may not use "${cutText(name, 80)}".`,
  calls: (limits: CodeLimits) => `This code may call tools ${limits.calls} times, no more.`,
  inFlight: (limits: CodeLimits) => `This code may wait for ${limits.callsInFlight} tools at once, no more.`,
  argument: (fault: BorderFault, limits: CodeLimits) => `The argument ${faultWords(fault, limits)}.`,
  answer: (fault: BorderFault, limits: CodeLimits) => `The tool's answer ${faultWords(fault, limits)}.`,
} as const;

function thrownSentence(message: string, line: number | undefined): string {
  const where = line === undefined ? "" : ` (line ${line})`;
  return cutText(message, maximumErrorLength - where.length) + where;
}

function faultWords(fault: BorderFault, limits: CodeLimits): string {
  if (fault === "too-large") return `is larger than ${sizeWords(limits.valueBytes)}`;
  return fault === "too-deep" ? "is nested too deeply" : "cannot be written as JSON";
}
