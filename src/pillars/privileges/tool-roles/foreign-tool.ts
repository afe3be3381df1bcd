import type { ArgumentRole, JsonObject, ToolEffect } from "#engine";

/** A tool as another system announces it: nothing here is more than that system's word. */
export interface ForeignTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments object. */
  readonly inputSchema: JsonObject;
  /** MCP's tool annotations. They may make the answer stricter, never laxer. */
  readonly annotations?: ToolHints;
}

export interface ToolHints {
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
}

/** What told the effect: a verb of the name, the thing it acts on, or what made it stricter than the name. */
export type EffectReason = "verb" | "thing" | "no-verb" | "argument" | "description" | "hint";

/**
 * What told a role: its name, the form of its values (a choice, a yes or no), that it selects records, the properties inside
 * it, its description; or nothing (`unknown`), or that anything may stand in it (`open`).
 */
export type RoleReason = "name" | "form" | "selects" | "inside" | "description" | "unknown" | "open";

export interface InferredTool {
  readonly effect: ToolEffect;
  /**
   * By argument, and by dotted path for the properties of an object. An argument that holds others has the strictest of their
   * roles, which also covers lists; properties that the schema does not name are expected to be refused.
   */
  readonly roles: Readonly<Record<string, ArgumentRole>>;
  /** What was guessed and took the stricter class: names of arguments as in `roles`, or "effect". */
  readonly unsure: readonly string[];
  readonly effectReason: EffectReason;
  readonly roleReasons: Readonly<Record<string, RoleReason>>;
}
