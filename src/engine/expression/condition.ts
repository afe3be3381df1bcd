import { celEnv, isCelError, parse, plan, type CelInput } from "@bufbuild/cel";
import type { JsonObject, JsonValue } from "../value/json.ts";

export type Judged = { readonly ok: true; readonly value: boolean } | { readonly ok: false; readonly problem: string };

const environment = celEnv();

/** Decides a CEL condition over plain data. Anything but true or false, and any error, is a problem: the branch is not guessed. */
export function judgeCondition(condition: string, values: JsonObject): Judged {
  try {
    const result = plan(environment, parse(condition))(celValues(values));
    if (isCelError(result)) return { ok: false, problem: `The condition cannot be decided: ${result.message}.` };
    return typeof result === "boolean"
      ? { ok: true, value: result }
      : { ok: false, problem: "The condition gives a value, not yes or no." };
  } catch (problem) {
    return {
      ok: false,
      problem: `The condition cannot be read: ${problem instanceof Error ? problem.message : "unknown problem"}.`,
    };
  }
}

/** Undefined when the condition can be read; else one sentence. */
export function conditionProblem(condition: string): string | undefined {
  try {
    parse(condition);
    return undefined;
  } catch (problem) {
    return `The condition cannot be read: ${problem instanceof Error ? (problem.message.split("\n")[0] ?? "") : "unknown problem"}.`;
  }
}

function celValues(values: JsonObject): Record<string, CelInput> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, celValue(value)]));
}

function celValue(value: JsonValue): CelInput {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map(celValue);
  return new Map(Object.entries(value).map(([name, each]) => [name, celValue(each)]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
