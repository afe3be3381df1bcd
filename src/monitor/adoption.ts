import { RunError, type CodeRequest, type CodeResult, type StepScope } from "#engine";
import type { Desk } from "./desk.ts";

export type CodeText = Pick<CodeRequest, "language" | "source">;

/** The outcome of code that nobody has adopted. It is in the log like any other end, so that a resume and a replay refuse alike. */
export const unadopted = "not-adopted";

/** Whether the code may run. A check that cannot be made stops the step. */
export async function requireAdopted({ language, source }: CodeText, { raw }: Desk): Promise<boolean> {
  if (raw.isAdopted === undefined) return true;
  try {
    return await raw.isAdopted({ language, source });
  } catch (problem) {
    throw new RunError("check-failed", undefined, problem);
  }
}

export function notAdopted({ step }: StepScope): Omit<CodeResult, "outcome"> & { readonly outcome: typeof unadopted } {
  const error = `The code of “${step.title}” came from elsewhere, and nobody here has adopted it. Choose the step, read its code, then adopt it.`;
  return { outcome: unadopted, error, logs: [], cpuMs: 0, memoryBytes: 0, calls: 0 };
}
