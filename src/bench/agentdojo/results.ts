import { type JsonValue, jsonValue } from "#engine";
import { parse } from "yaml";
import type { Suite } from "./suite.ts";

/**
 * The recorded results are text: lists and mappings as YAML, pages and files as they are. A tool counts as one with structured
 * results when each of its results in the user tasks is a list or a mapping; what anybody wrote never decides it.
 */
export function structuredTools({ user_tasks: tasks }: Suite): ReadonlySet<string> {
  const kinds = new Map<string, boolean>();
  for (const { tool, output } of tasks.flatMap(({ calls }) => calls))
    kinds.set(tool, (kinds.get(tool) ?? true) && isContainer(read(output)));
  return new Set([...kinds].flatMap(([tool, isStructured]) => (isStructured ? [tool] : [])));
}

/** A recorded result as the tool would have answered. Text that breaks the form stays text. */
export function resultOf(tool: string, output: string, structured: ReadonlySet<string>): JsonValue {
  if (!structured.has(tool)) return output;
  const value = read(output);
  return isContainer(value) ? value : output;
}

function read(text: string): JsonValue {
  try {
    const value = jsonValue.safeParse(parse(text, { schema: "core", maxAliasCount: 0 }));
    return value.success ? value.data : text;
  } catch {
    return text;
  }
}

function isContainer(value: JsonValue): boolean {
  return typeof value === "object" && value !== null;
}
