import type { Plan } from "../verify/compile.ts";
import { answerKinds, recoveryKinds } from "./event-kinds.ts";
import { isKind, type EventDraft, type RunEvent } from "./events.ts";
import { RunError } from "./errors.ts";
import type { RunHost } from "./host.ts";
import { createJournal } from "./journal.ts";
import { playTurn, recordedTurn, recordStart } from "./run.ts";

/** What a replay found at one place: the same, something the record does not have, or something only the record has. */
export type ReplayEvent =
  | { readonly result: "same"; readonly event: RunEvent }
  | { readonly result: "different"; readonly key: string; readonly kind: string; readonly sentence: string }
  | { readonly result: "missing"; readonly event: RunEvent };

class Diverged extends Error {
  readonly draft: EventDraft;

  constructor(draft: EventDraft) {
    super(`The record has no ${draft.kind} at ${draft.key}.`);
    this.draft = draft;
  }
}

/**
 * Runs a recorded run again with its recorded answers and no effect at all: the sink refuses every new event, so whatever
 * the plan would do differently shows as a difference. `host` gives the gate; its models and tools are never reached,
 * because every answer is in the record or the replay has already diverged.
 */
export async function* replay(recorded: readonly RunEvent[], plan: Plan, host: RunHost): AsyncIterable<ReplayEvent> {
  const reached = new Set<number>();
  const same: RunEvent[] = [];
  for (const [at, start] of recorded.filter((event) => isKind(event, "turn.start")).entries()) {
    const difference = await replayTurn(
      start,
      recorded,
      plan,
      host,
      (event) => {
        if (!reached.has(event.seq)) same.push(event);
        reached.add(event.seq);
      },
      at,
    );
    yield* same.splice(0).map((event) => ({ result: "same", event }) as const);
    if (difference !== undefined) yield difference;
  }
  for (const event of recorded) {
    if (
      !reached.has(event.seq) &&
      !recoveryKinds.has(event.kind) &&
      event.kind !== "run.close" &&
      event.kind !== "run.open"
    )
      yield { result: "missing", event };
  }
}

async function replayTurn(
  start: Extract<RunEvent, { kind: "turn.start" }>,
  recorded: readonly RunEvent[],
  plan: Plan,
  host: RunHost,
  onReached: (event: RunEvent) => void,
  turnsBefore: number,
): Promise<Extract<ReplayEvent, { result: "different" }> | undefined> {
  const next = recorded.filter((event) => isKind(event, "turn.start"))[turnsBefore + 1];
  const until = recorded.filter((event) => next === undefined || event.seq < next.seq);
  let diverged: EventDraft | undefined;
  const journal = createJournal({
    runId: host.runId,
    recorded: until,
    pendingFrom: start.seq,
    idle: () => host.idle(),
    onReached,
    sink: {
      append: async (draft) => {
        diverged ??= draft;
        throw new Diverged(draft);
      },
    },
  });
  try {
    const turn = recordedTurn(start, recorded);
    await recordStart(turn, journal);
    await playTurn(plan, turn, journal, { ...host, isReplay: true }, () => undefined);
    return undefined;
  } catch (problem) {
    if (diverged !== undefined) return different(diverged);
    if (problem instanceof RunError)
      return { result: "different", key: start.key, kind: problem.code, sentence: problem.message };
    throw problem;
  }
}

function different(draft: EventDraft): Extract<ReplayEvent, { result: "different" }> {
  const what = answerKinds.has(draft.kind) ? "would need a new answer" : "would do this now";
  return {
    result: "different",
    key: draft.key,
    kind: draft.kind,
    sentence: `At ${draft.key} the flow ${what}: ${draft.kind}. The record does not have it.`,
  };
}
