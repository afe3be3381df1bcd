import type { JsonObject, ToolOutcome } from "#engine";
import type { CrmState } from "./state.ts";

/** What a tool made of the state. With `state`, that is kept before the answer is given. */
export interface Effect {
  readonly outcome: ToolOutcome;
  readonly state?: CrmState;
}

export function success(result: JsonObject): ToolOutcome {
  return { outcome: "success", result };
}

export function failure(message: string): ToolOutcome {
  return { outcome: "failure", message };
}
