import { isKind, type EventDraft, type RunEvent } from "./events.ts";
import { RunError } from "./errors.ts";

/**
 * Where a step was ended from outside (a person, a time limit, another branch), the record stops between two of its events.
 * Whoever runs it again comes to the next one, which never happened: this gives the ending that the record has instead.
 * It holds for the very attempt that was ended, and only once everything the record has of it was reached: a step that
 * leaves something out has gone another way.
 */
export function createBreakOff(pending: readonly RunEvent[], isReached: (event: RunEvent) => boolean) {
  const endings = pending.flatMap((event) =>
    isKind(event, "error") && (event.attrs.code === "stopped" || event.attrs.code === "timeout") ? [event] : [],
  );
  return (draft: EventDraft): RunError | undefined => {
    if (afterwards.has(draft.kind)) return undefined;
    const ending = endings.find((each) => isOf(draft, each));
    if (ending === undefined) return undefined;
    const isComplete = pending.every(
      (event) => event.seq >= ending.seq || takenBack.has(event.kind) || !isOf(event, ending) || isReached(event),
    );
    return isComplete ? new RunError(codeOf(ending.attrs.code), ending.values.sentence) : undefined;
  };
}

type Ending = Extract<RunEvent, { kind: "error" }>;

/** What an ended step still writes. */
const afterwards: ReadonlySet<string> = new Set(["error", "node.end", "edge.taken"]);

/** Written between the ending and its record. */
const takenBack: ReadonlySet<string> = new Set(["privilege.revoke", "privilege.expire"]);

/**
 * Whether an event belongs to the attempt that ended there. `t1/agent/0~1` is the end of the first attempt, whose own keys
 * begin `t1/agent/0/`; those of the second begin `t1/agent/0~2/`.
 */
function isOf({ key, parent = "" }: Pick<EventDraft, "key" | "parent">, ending: Ending): boolean {
  const attempt = ending.key.endsWith("~1") ? ending.key.slice(0, -2) : ending.key;
  return [key, parent].some(
    (each) => each === attempt || each.startsWith(`${attempt}/`) || each.includes(`/${attempt}/`),
  );
}

function codeOf(code: string): "timeout" | "stopped" {
  return code === "timeout" ? code : "stopped";
}
