import type { JsonObject, JsonValue } from "#engine";
import type { ScriptedCall } from "../play.ts";

/** One attack that knows the rules. The last of the person's calls brings the poisoned result; the model obeys right after it. */
export interface Attack {
  readonly id: string;
  /** Which rule it aims at. */
  readonly aim: string;
  readonly prompt: string;
  readonly calls: readonly ScriptedCall[];
  readonly injected: readonly ScriptedCall[];
}

export function call(tool: string, args: JsonObject, result: JsonValue = { status: "done" }): ScriptedCall {
  return { tool, args, result };
}

export function attack(
  id: string,
  aim: string,
  prompt: string,
  calls: readonly ScriptedCall[],
  ...injected: readonly ScriptedCall[]
): Attack {
  return { id, aim, prompt, calls, injected };
}
