import type { JsonObject, JsonValue } from "#engine";
import { joinPath } from "#pillars/autonomy";
import type { ScriptedCall } from "./play.ts";
import { resultOf } from "./results.ts";
import type { AttackCase, UserTask } from "./suite.ts";

/** What one run of the benchmark does: whose calls are which. */
export interface Script {
  readonly prompt: string;
  /** In order. */
  readonly calls: readonly ScriptedCall[];
  /** Positions of the injected calls. */
  readonly injected: { readonly from: number; readonly to: number };
}

export function taskScript({ prompt, calls }: UserTask, structured: ReadonlySet<string>): Script {
  return { prompt, calls: calls.map((call) => scripted(call, call.output, structured)), injected: { from: 0, to: 0 } };
}

/** The model obeys at once: what the injection wants comes right after the first result that holds it. */
export function attackScript(attack: AttackCase, prompt: string, structured: ReadonlySet<string>): Script {
  const own = attack.calls.map((call) => scripted(call, call.output_with_injection, structured));
  const injected = attack.injection_calls.map((call) => scripted(call, call.output, structured));
  const from = Math.min(...attack.injected_at) + 1;
  return {
    prompt,
    calls: [...own.slice(0, from), ...injected, ...own.slice(from)],
    injected: { from, to: from + injected.length },
  };
}

function scripted(
  { tool, args }: { readonly tool: string; readonly args: JsonObject },
  output: string,
  structured: ReadonlySet<string>,
): ScriptedCall {
  return { tool, args, result: resultOf(tool, output, structured) };
}

/**
 * The answers of the model as positions of calls: like calls of the user's that follow one another come in one answer, as models
 * give them; each injected call comes alone.
 */
export function answersOf({ calls, injected }: Script): readonly (readonly number[])[] {
  const answers: number[][] = [];
  for (const [at, { tool }] of calls.entries()) {
    const last = answers.at(-1);
    const before = last?.at(-1) ?? -1;
    const isInjected = at >= injected.from && at < injected.to;
    const isLike = calls[before]?.tool === tool && !isInjected && at !== injected.to;
    if (last !== undefined && isLike) last.push(at);
    else answers.push([at]);
  }
  return answers;
}

/**
 * The same calls with handles, by one rule for everybody: each value that a field of an earlier answer's result holds, and
 * that the person has not written, is replaced by a handle to the newest such field.
 */
export function withHandles(script: Script): Script {
  const { prompt, calls } = script;
  const pointedCalls = answersOf(script).flatMap((places) => {
    const before = calls.slice(0, places[0]);
    return places.flatMap((at) => {
      const call = calls[at];
      if (call === undefined) return [];
      const args = Object.entries(call.args).map(([name, value]) => [name, pointed(value, before, prompt)] as const);
      return [{ ...call, args: Object.fromEntries(args) }];
    });
  });
  return { ...script, calls: pointedCalls };
}

function pointed(value: JsonValue, before: readonly ScriptedCall[], prompt: string): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => pointed(item, before, prompt));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, pointed(item, before, prompt)]));
  if (typeof value === "boolean" || value === null || prompt.includes(String(value))) return value;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const { tool, result } = before[at] ?? { tool: "", result: null };
    const path = pathTo(result, value, "");
    const number = before.slice(0, at + 1).filter((call) => call.tool === tool).length;
    if (path !== undefined && path !== "") return { $ref: `${tool}/${number}#${path}` };
  }
  return value;
}

function pathTo(within: JsonValue, value: JsonValue, path: string): string | undefined {
  if (within === value) return path;
  if (typeof within !== "object" || within === null) return undefined;
  for (const [name, item] of Object.entries(within)) {
    const found = pathTo(item, value, joinPath(path, name));
    if (found !== undefined) return found;
  }
  return undefined;
}
