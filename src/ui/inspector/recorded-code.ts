import { isKind, type RunEvent } from "#engine";
import type { RecordedRun } from "#nodes/code/panel";
import type { Home } from "../app/home.ts";
import { chatsOf } from "./recorded-chats.ts";

/** Chats that are looked through for a run of the step, from the newest. */
const mostChats = 20;

/** What a step last ran in a chat. Rejects when the log cannot be read as true. */
export async function recordedCode(home: Home, flowId: string, nodeId: string): Promise<RecordedRun | undefined> {
  for (const { events } of (await chatsOf(home, flowId)).slice(0, mostChats)) {
    const found = codeIn(await events(), nodeId);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The last time that a step ran its code in one chat; undefined also when what it ran has been erased. */
export function codeIn(events: readonly RunEvent[], nodeId: string): RecordedRun | undefined {
  const start = events.findLast((event) => isKind(event, "sandbox.start") && event.node?.id === nodeId);
  if (start === undefined || !isKind(start, "sandbox.start")) return undefined;
  const { input, code } = start.values;
  if (input === undefined || code === undefined) return undefined;
  const own = events.filter(({ key }) => key.startsWith(`${start.key}.c`));
  const answers = new Map(
    own.flatMap((event) =>
      isKind(event, "tool.result") && event.attrs.outcome === "success" ? [[event.key, event.values.result]] : [],
    ),
  );
  const calls = own.flatMap((event) =>
    isKind(event, "tool.call") && event.values.arguments !== undefined
      ? [{ tool: event.attrs.tool, arguments: event.values.arguments, answer: answers.get(event.key) }]
      : [],
  );
  const began = events.findLast(
    (event) => isKind(event, "node.start") && event.node?.id === nodeId && event.seq < start.seq,
  );
  const inputs = (began !== undefined && isKind(began, "node.start") ? began.values.input : undefined) ?? {};
  return { input, inputs, code, calls };
}
