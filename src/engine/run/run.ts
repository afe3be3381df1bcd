import { z } from "zod";
import type { Plan } from "../verify/compile.ts";
import { isKind, systemActor, type Progress, type RunEvent } from "./events.ts";
import { RunError } from "./errors.ts";
import { speakerJson, type RunHost, type Turn, type TurnInput } from "./host.ts";
import { createJournal, type Journal } from "./journal.ts";
import { createStream } from "./stream.ts";
import { runTurn } from "./turn.ts";

export type RunOutput = RunEvent | ({ readonly kind: "progress" } & { readonly progress: Progress });

/**
 * Runs one turn: with an input a new one, without one the turn that the log holds unfinished (after a crash, or when a
 * decision has come). Yields each event as it is reached, and ends when the turn has ended or waits for a person.
 * The run stays open for further turns until closeRun.
 */
export function run(plan: Plan, input: TurnInput | undefined, host: RunHost): AsyncIterable<RunOutput> {
  return createStream<RunOutput>(async (emit) => {
    const recorded = await host.recorded();
    if (recorded.some((event) => event.kind === "run.close"))
      throw new RunError("stopped", "This run is closed. Start a new one.");
    const open = openTurn(recorded);
    if (open !== undefined && input !== undefined)
      throw new RunError("stopped", "The last message is still being worked on.");
    if (open === undefined && input === undefined) return;
    // Who asked may not approve: without a name that could not be held.
    if (input !== undefined && input.speaker.id.trim() === "")
      throw new RunError("not-permitted", "Say who is speaking first.");
    const journal = createJournal({
      runId: host.runId,
      sink: host.sink,
      recorded,
      pendingFrom: open?.seq ?? Number.MAX_SAFE_INTEGER,
      idle: () => host.idle(),
      onReached: emit,
    });
    if (recorded.length === 0) await recordOpening(plan, journal, host);
    const turn = await startTurn(recorded, open, input, journal);
    await playTurn(plan, turn, journal, host, (progress) => emit({ kind: "progress", progress }));
  });
}

/** Runs a turn whose start is recorded, and records how it ended unless it waits. */
export async function playTurn(
  plan: Plan,
  turn: Turn,
  journal: Journal,
  host: RunHost,
  progress: (progress: Progress) => void,
): Promise<void> {
  const gate = host.gate.open({ plan, journal, turn, progress });
  const stop = listenForStop(turn, journal, host.signal);
  const end = await runTurn(plan, turn.key, journal, gate, { ...host, signal: stop.signal }).finally(stop.forget);
  await stop.recorded();
  if (end.status === "waiting") return;
  await journal.record({
    kind: "turn.end",
    key: turn.key,
    actor: systemActor,
    attrs: { turn: turn.number, status: end.status },
    values: { sentence: end.sentence },
  });
}

/**
 * The stop button, written down at the moment it is pressed, before any step sees it. In a replay it is pressed again where
 * the record has it.
 */
function listenForStop(turn: Turn, journal: Journal, pressed: AbortSignal) {
  const abort = new AbortController();
  let recorded: Promise<unknown> = Promise.resolve();
  const press = (): void => {
    recorded = journal.record({
      kind: "kill.switch",
      key: turn.key,
      actor: { type: "user", ref: turn.speaker.id },
      attrs: { by: "person" },
      values: {},
    });
    // Whoever waits for it is told; nobody else has to be.
    recorded.catch(() => undefined);
    abort.abort(new RunError("stopped"));
  };
  if (journal.holds("kill.switch", turn.key))
    void journal.answer("kill.switch", turn.key).then(() => abort.abort(new RunError("stopped")));
  if (pressed.aborted) press();
  pressed.addEventListener("abort", press, { once: true });
  return {
    signal: abort.signal,
    recorded: () => recorded,
    forget: () => pressed.removeEventListener("abort", press),
  };
}

/** Seals the run: nothing can be added after it. */
export async function closeRun(
  host: RunHost,
  status: "done" | "stopped" | "abandoned" | "blocked" | "denied" | "failed",
): Promise<RunEvent> {
  const events = await host.recorded();
  return host.sink.append({
    kind: "run.close",
    key: "run",
    actor: systemActor,
    attrs: { status, events: events.length + 1 },
    values: {},
  });
}

/** The turn that has started and not ended. */
export function openTurn(events: readonly RunEvent[]): Extract<RunEvent, { kind: "turn.start" }> | undefined {
  const last = events.findLast((event) => isKind(event, "turn.start"));
  if (last === undefined || !isKind(last, "turn.start")) return undefined;
  return events.some((event) => isKind(event, "turn.end") && event.key === last.key) ? undefined : last;
}

const speaker = z.strictObject({ id: z.string(), name: z.string(), role: z.string() });

/** The turn that a recorded turn.start began, with its message. Throws RunError value-erased when either was erased. */
export function recordedTurn(start: Extract<RunEvent, { kind: "turn.start" }>, events: readonly RunEvent[]): Turn {
  const message = events.find((event) => event.kind === "message" && event.key === `${start.key}/in`);
  const who = speaker.safeParse(start.values.speaker);
  if (message === undefined || !isKind(message, "message") || message.values.content === undefined || !who.success) {
    throw new RunError(
      "value-erased",
      "The message that started this turn was erased, so the turn cannot be run again.",
    );
  }
  return { number: start.attrs.turn, key: start.key, speaker: who.data, text: message.values.content };
}

async function recordOpening(plan: Plan, journal: Journal, host: RunHost): Promise<void> {
  await journal.record({
    kind: "run.open",
    key: "run",
    actor: systemActor,
    attrs: host.opening,
    values: { flowTitle: plan.flow.title },
  });
}

async function startTurn(
  recorded: readonly RunEvent[],
  open: Extract<RunEvent, { kind: "turn.start" }> | undefined,
  input: TurnInput | undefined,
  journal: Journal,
): Promise<Turn> {
  if (open !== undefined) {
    const turn = recordedTurn(open, recorded);
    await recordStart(turn, journal);
    return turn;
  }
  if (input === undefined) throw new RunError("stopped", "There is no message to work on.");
  const number = 1 + recorded.filter((event) => event.kind === "turn.start").length;
  const turn = { number, key: `t${number}`, speaker: input.speaker, text: input.text };
  await recordStart(turn, journal);
  return turn;
}

/** A turn and its message are handed over together, so that a crash leaves both or neither. */
export async function recordStart(turn: Turn, journal: Journal): Promise<void> {
  const actor = { type: "user", ref: turn.speaker.id } as const;
  const start = journal.record({
    kind: "turn.start",
    key: turn.key,
    actor,
    attrs: { turn: turn.number, role: turn.speaker.role },
    values: { speaker: speakerJson(turn.speaker) },
  });
  const message = journal.record({
    kind: "message",
    key: `${turn.key}/in`,
    parent: turn.key,
    actor,
    attrs: { role: "user", provider: "", aiModel: false },
    values: { content: turn.text, sources: [], options: [] },
  });
  await Promise.all([start, message]);
}
