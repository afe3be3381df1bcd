import { isKind, type RunEvent } from "#engine";
import { mayRead } from "#pillars/autonomy";

/**
 * The turns of which a speaker may read everything. What was said in another is no part of what a model is told for them: it was
 * written with something in mind that they may not read.
 */
export function openTurns(
  events: readonly RunEvent[],
  speaker: Parameters<typeof mayRead>[1],
): (key: string) => boolean {
  const closed = new Set(
    events.flatMap((event) =>
      isKind(event, "tool.result") && !mayRead(event.attrs.readers, speaker) ? [turnOf(event.key)] : [],
    ),
  );
  return (key) => !closed.has(turnOf(key));
}

function turnOf(key: string): string {
  return key.split("/", 1)[0] ?? "";
}
