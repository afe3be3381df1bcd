import { createStream, run, type Plan, type RunHost, type RunOutput, type TurnInput } from "#engine";
import { createQueue } from "./queue.ts";

/** The turns of one run, one at a time. */
export interface Turns {
  /** Runs a new turn, or with undefined the one that is unfinished. */
  take(input: TurnInput | undefined): AsyncIterable<RunOutput>;
  /** Stops the turn that runs. */
  stop(): void;
  /** Work for which no turn may be under way. */
  between<T>(work: () => Promise<T>): Promise<T>;
}

/** Two turns at once would each do what the log does not hold yet: who comes second waits, and sees what was done. */
export function openTurns(plan: Plan, hostOf: (signal: AbortSignal) => RunHost): Turns {
  const working = new Set<AbortController>();
  const queue = createQueue();
  return {
    take: (input) =>
      createStream((emit) =>
        queue.enter(async () => {
          const abort = new AbortController();
          working.add(abort);
          try {
            for await (const item of run(plan, input, hostOf(abort.signal))) emit(item);
          } finally {
            working.delete(abort);
          }
        }),
      ),
    stop() {
      for (const abort of working) abort.abort();
    },
    between: (work) => queue.enter(work),
  };
}
