import { isKind, type RunEvent } from "./events.ts";

/** How a message ended for the person who wrote it. Every message has exactly one. */
export const turnOutcomes = [
  "answered",
  "handed-off",
  "blocked",
  "denied",
  "failed",
  "stopped",
  /** A person has yet to decide. */
  "waiting",
  /** The record ends in the middle. */
  "unfinished",
] as const;
export type TurnOutcome = (typeof turnOutcomes)[number];

export interface TurnFacts {
  /** Step key of the turn: `t1`. */
  readonly key: string;
  readonly number: number;
  /** Milliseconds since the epoch, UTC. */
  readonly time: number;
  readonly role: string;
  readonly outcome: TurnOutcome;
  /** Whether a person was asked, whatever came of it. */
  readonly asked: boolean;
  /** Everything recorded from this turn's start to the next one's. */
  readonly events: readonly RunEvent[];
}

/** The turns of a run in order. */
export function turnFacts(events: readonly RunEvent[]): TurnFacts[] {
  const starts = events.flatMap((event, at) => (isKind(event, "turn.start") ? [{ event, at }] : []));
  return starts.map(({ event, at }, index) => {
    const own = events.slice(at, starts[index + 1]?.at);
    return {
      key: event.key,
      number: event.attrs.turn,
      time: event.time,
      role: event.attrs.role,
      outcome: outcomeOf(own),
      asked: own.some(({ kind }) => kind === "approval.request"),
      events: own,
    };
  });
}

/**
 * What weighs most counts: a turn in which a text was blocked or something was denied is not answered, even where the flow
 * had a reply for that.
 */
function outcomeOf(events: readonly RunEvent[]): TurnOutcome {
  const end = events.find((event) => isKind(event, "turn.end"));
  const status = end?.attrs.status;
  if (status === undefined) return isWaiting(events) ? "waiting" : "unfinished";
  if (status !== "done") return status;
  if (events.some((event) => isKind(event, "node.end") && event.attrs.status === "blocked")) return "blocked";
  if (events.some(isDenial)) return "denied";
  return events.some(({ kind }) => kind === "handoff") ? "handed-off" : "answered";
}

function isDenial(event: RunEvent): boolean {
  return event.kind === "privilege.deny" || (isKind(event, "approval.decision") && event.attrs.decision === "deny");
}

function isWaiting(events: readonly RunEvent[]): boolean {
  const decided = new Set(
    events.flatMap((event) =>
      isKind(event, "approval.decision") || isKind(event, "approval.timeout") ? [event.attrs.approvalId] : [],
    ),
  );
  return events.some((event) => isKind(event, "approval.request") && !decided.has(event.attrs.approvalId));
}
