import {
  refusal,
  maximumErrorLength,
  cutText,
  type FromWall,
  type JsonText,
  type ToWall,
  type WallEnding,
} from "#pillars/sandbox";
import { GuestStop, type Guest, type GuestEnding, type GuestEngine } from "./engine.ts";

export type Run = Extract<ToWall, { kind: "run" }>;
type Answer = Extract<ToWall, { kind: "answer" }>;

/** Jobs between two looks at the clock: the engine's own interrupt does not fire between jobs. */
const jobsPerBatch = 200;

/** From this share of the memory on, an engine that breaks is taken to have run out of it. */
const fullShare = 0.6;

export interface Drive {
  answer(message: Answer): void;
}

/**
 * Runs one piece of code to its end and posts what happens. Time is the guest's own: it counts while guest code runs and
 * not while it waits for an answer.
 * @param tick monotonic milliseconds.
 */
export async function drive(
  engine: GuestEngine,
  run: Run,
  post: (message: FromWall) => void,
  tick: () => number,
): Promise<Drive> {
  const { limits } = run;
  let spent = 0;
  // Undefined while no guest code runs; the engine's own start is not charged to the guest.
  let turnStart: number | undefined;
  let isInterrupted = false;
  let ending: WallEnding | undefined;
  let calls = 0;
  let inFlight = 0;
  let consoleLeft = limits.consoleBytes;
  let guest: Guest | undefined;

  const turnMs = () => (turnStart === undefined ? 0 : tick() - turnStart);
  const border = {
    call(id: number, tool: string, argument: string) {
      if (calls >= limits.calls) return refusal.calls(limits);
      if (inFlight >= limits.callsInFlight) return refusal.inFlight(limits);
      calls++;
      inFlight++;
      post({ kind: "call", id, tool, argument });
      return undefined;
    },
    log(line: string) {
      if (consoleLeft <= 0) return;
      const kept = cutText(line, Math.max(1, consoleLeft));
      consoleLeft -= kept.length + 1;
      post({ kind: "log", line: kept });
    },
    end(how: GuestEnding) {
      ending ??= wallEndingOf(how, limits.valueBytes);
    },
    mustStop() {
      isInterrupted ||= turnStart !== undefined && spent + turnMs() > limits.timeMs;
      return isInterrupted;
    },
  };

  function turn(work: (guest: Guest) => void): void {
    if (ending || !guest) return;
    turnStart = tick();
    try {
      work(guest);
      while (!ending && !border.mustStop() && guest.pump(jobsPerBatch));
    } catch (fault) {
      ending = faultEnding(fault, isInterrupted, isFull(guest));
    }
    spent += turnMs();
    turnStart = undefined;
    settle(guest);
  }

  function isFull(held: Guest): boolean {
    return held.isFull?.() ?? held.memoryBytes() > limits.memoryBytes * fullShare;
  }

  function settle(held: Guest): void {
    if (isInterrupted) ending = { how: "interrupted" };
    else if (ending?.how === "thrown" && isOutOfMemory(ending.message, isFull(held))) ending = { how: "out-of-memory" };
    else if (!ending && inFlight === 0) ending = isFull(held) ? { how: "out-of-memory" } : { how: "stuck" };
    if (ending) post({ kind: "end", ending, cpuMs: spent, memoryBytes: held.memoryBytes() });
    else post({ kind: "idle" });
  }

  const { seed, reads } = run;
  guest = await engine.open({ seed, limits, border, ...(reads ? { reads } : {}) });
  turn((fresh) => fresh.start(run.source, run.input));
  return {
    answer(message) {
      inFlight--;
      turn((waiting) => waiting.answer(message.id, message.ok, message.text, message.isDenial));
    },
  };
}

function wallEndingOf(ending: GuestEnding, valueBytes: number): WallEnding {
  // The parent counts the bytes; what has more units than that is not worth the way.
  if (ending.how === "value" && sizeOf(ending.text) <= valueBytes) return ending;
  if (ending.how === "out-of-memory" || ending.how === "too-many-rows") return ending;
  if (ending.how === "thrown") return { ...ending, message: cutText(ending.message, maximumErrorLength) };
  return { how: "value-fault", fault: ending.how === "not-json" ? "not-json" : "too-large" };
}

function sizeOf(text: JsonText): number {
  return typeof text === "string" ? text.length : text.byteLength;
}

/**
 * Out of memory surfaces as the engine's own message or, where not even an Error could be made, as a thrown null: the memory
 * tells the second from code that throws null by itself.
 */
function isOutOfMemory(message: string, isFull: boolean): boolean {
  return isFull && (message === "null" || message.endsWith("out of memory"));
}

/** An exception of the engine itself. Its instance is lost whatever the cause; the cause only picks the sentence. */
function faultEnding(fault: unknown, isInterrupted: boolean, isFull: boolean): WallEnding {
  if (isInterrupted) return { how: "interrupted" };
  if (fault instanceof GuestStop) return fault.ending;
  if (fault instanceof RangeError) return { how: "stack" };
  if (isFull) return { how: "out-of-memory" };
  return { how: "broken" };
}
