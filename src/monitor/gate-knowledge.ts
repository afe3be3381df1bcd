import {
  isJsonArray,
  isJsonObject,
  isKind,
  judgeCondition,
  type JsonObject,
  type JsonValue,
  type RunEvent,
  type ToolSpec,
} from "#engine";
import { denialOf, type Denial } from "#pillars/autonomy";

/** What this tool was used for before position `before`: with a person's approval, or with success. */
export function knownTargets(events: readonly RunEvent[], spec: ToolSpec, before: number): readonly Denial[] {
  const earlier = events.filter(({ seq }) => seq < before);
  const succeeded = new Set(
    earlier.flatMap((event) => (isKind(event, "tool.result") && event.attrs.outcome === "success" ? [event.key] : [])),
  );
  return earlier.flatMap((event) => {
    if (!isKind(event, "tool.call") || event.attrs.tool !== spec.name) return [];
    const args = event.values.arguments;
    // What was erased since is not remembered either: the person is asked again.
    if (args === undefined || (event.attrs.approvalId === undefined && !succeeded.has(event.key))) return [];
    return [denialOf(spec.name, args, spec.roles)];
  });
}

/** Undefined when the condition cannot be read, or comes to neither yes nor no for these arguments. */
export function conditionHolds(condition: string, args: JsonObject): boolean | undefined {
  const judged = judgeCondition(condition, { args, lower: inSmallLetters(args) });
  return judged.ok ? judged.value : undefined;
}

function inSmallLetters(value: JsonValue): JsonValue {
  if (typeof value === "string") return value.toLowerCase();
  if (isJsonArray(value)) return value.map(inSmallLetters);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, inSmallLetters(each)]));
}
