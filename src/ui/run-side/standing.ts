import { openTurn } from "#engine";
import type { Flow, RunEvent } from "#engine";
import { waitingRequests } from "#monitor";

/** Where a chat stands, and so what can be done with it. */
export type Standing = "free" | "working" | "waiting" | "interrupted" | "elsewhere" | "closed";

export interface Held {
  readonly events: readonly RunEvent[];
  /** The last message broke off: nobody works on it until a person says so. */
  readonly isInterrupted: boolean;
  /** Another tab has the run open. */
  readonly isElsewhere: boolean;
}

export function standingOf({ events, isInterrupted, isElsewhere }: Held): Standing {
  if (events.at(-1)?.kind === "run.close") return "closed";
  if (isElsewhere) return "elsewhere";
  if (waitingRequests(events).length > 0) return "waiting";
  if (openTurn(events) === undefined) return "free";
  return isInterrupted ? "interrupted" : "working";
}

/** Whether a run that was started with one flow may go on with the other: where nodes stand makes no difference. */
export function isSameFlow(one: Flow, other: Flow): boolean {
  return one === other || JSON.stringify(withoutPlaces(one)) === JSON.stringify(withoutPlaces(other));
}

function withoutPlaces(flow: Flow): Flow {
  return { ...flow, nodes: flow.nodes.map((node) => ({ ...node, position: { x: 0, y: 0 } })) };
}
