import { drive } from "./drive.ts";
import type { GuestEngine } from "./engine.ts";

const mebibyte = 2 ** 20;

/**
 * Plays one empty run in a guest that is then dropped, so that the first real one does not pay for the compiler: engines
 * compile WebAssembly and scripts at first use.
 */
export async function rehearse(engine: GuestEngine, tick: () => number): Promise<void> {
  const limits = {
    timeMs: 1_000,
    memoryBytes: 24 * mebibyte,
    stackBytes: 64 * 1024,
    sourceBytes: 1_024,
    valueBytes: 1_024,
    consoleBytes: 1_024,
    calls: 0,
    callsInFlight: 0,
  };
  const run = {
    kind: "run",
    ...engine.rehearsal,
    input: "null",
    now: 0,
    seed: 0,
    limits,
  } as const;
  await drive(engine, run, () => undefined, tick);
}
