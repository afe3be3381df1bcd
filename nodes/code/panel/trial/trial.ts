import {
  codeLanguage,
  codeLimits,
  equalJson,
  jsonValue,
  type CodeLimits,
  type CodeReads,
  type CodeRequest,
  type JsonValue,
  type PythonLibrary,
} from "#engine";
import type { RecordedCall } from "./recorded-run.ts";

/** The settings of a step that bound its code. */
export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
  readonly calls: number;
  /** In Python: how much of its library it can import. */
  readonly library?: PythonLibrary;
  /** Of a query: the most rows that it may give. */
  readonly rows?: number;
}

export function limitsOf({ seconds, megabytes, calls, rows }: Bounds): CodeLimits {
  return codeLimits.parse({
    timeMs: Math.round(seconds * 1000),
    memoryBytes: megabytes * 2 ** 20,
    calls,
    ...(rows !== undefined && { rows }),
  });
}

/**
 * A run that reaches nothing: a tool answers what it answered to the same arguments in the recorded run, and is refused with
 * `refusal(tool)` where it was not asked then.
 * @returns undefined where the sandbox does not know the language.
 */
export function trialRequest(
  {
    language,
    source,
    input,
    now,
    seed,
    reads,
  }: { language: string; source: string; input: JsonValue; now: number; seed: number; reads?: CodeReads },
  bounds: Bounds,
  tools: readonly string[],
  recorded: readonly RecordedCall[],
  refusal: (tool: string) => string,
): CodeRequest | undefined {
  const known = codeLanguage.safeParse(language);
  if (!known.success) return undefined;
  return {
    language: known.data,
    ...(bounds.library !== undefined && { library: bounds.library }),
    source,
    input,
    limits: limitsOf(bounds),
    now,
    seed,
    tools,
    ...(reads !== undefined && { reads }),
    async call(tool, argument) {
      const found = recorded.find((each) => each.tool === tool && equalJson(each.arguments, argument));
      if (found?.answer === undefined) throw new Error(refusal(tool));
      return found.answer;
    },
  };
}

/** What a person wrote as input: JSON, or the sentence that says where it is not. */
export function readInput(text: string): { readonly value: JsonValue } | undefined {
  if (text.trim() === "") return { value: null };
  try {
    const parsed = jsonValue.safeParse(JSON.parse(text));
    return parsed.success ? { value: parsed.data } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the console was cut where it has no room for more. */
export function isConsoleFull(logs: readonly string[], bounds: Bounds): boolean {
  return logs.reduce((sum, line) => sum + line.length + 1, 0) >= limitsOf(bounds).consoleBytes;
}

/** The line that an error names at its end, "... (line 3)", from 1; undefined where it names none. */
export function lineOf(error: string): number | undefined {
  const line = Number(/\(line (\d{1,6})\)\.?$/u.exec(error)?.[1]);
  return line > 0 ? line : undefined;
}
