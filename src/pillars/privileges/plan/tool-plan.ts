import type { JsonObject } from "#engine";

/** A place in the request, in UTF-16 units. */
export interface RequestSpan {
  readonly start: number;
  readonly end: number;
}

/** The words name who or what: calls are foreseen only with one of these. */
export interface PlanBound {
  readonly argument: string;
  readonly oneOf: readonly string[];
}

/** A tool that the request foresees, and how far. */
export interface PlannedTool {
  readonly tool: string;
  /** The words of the request that ask for it, one span for each time. */
  readonly because: readonly RequestSpan[];
  /** How many calls the words bound it to; absent for "every", "all". */
  readonly uses?: number;
  readonly bounds: readonly PlanBound[];
}

/** What a request foresees. Everything else is possible too, but asked about first. */
export interface ToolPlan {
  readonly planned: readonly PlannedTool[];
  /** The request hands over work that is written elsewhere ("do the tasks in the e-mail"), so it cannot name the tools. */
  readonly delegates: boolean;
}

/** A call that wants to happen, and how often the tool was called for this request before. */
export interface ForeseenCall {
  readonly tool: string;
  readonly arguments: JsonObject;
  readonly usesSoFar: number;
  /** By argument: what the records say that its values came from. */
  readonly records?: Readonly<Record<string, readonly (readonly string[])[]>>;
}
