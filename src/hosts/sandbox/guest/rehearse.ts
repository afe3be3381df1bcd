import { usualMemoryBytes, type FromWall } from "#pillars/sandbox";
import type { GuestEngine } from "./engine.ts";
import { serveOneRun } from "./serve.ts";

/** Memory in which an engine plays an empty run. */
const usualNeed = 24 * 2 ** 20;

/**
 * Plays one empty run in a guest that is then dropped, from the message that asks for it to the one that ends it, so that the
 * first real one does not pay for the compiler: engines compile WebAssembly and scripts at first use. Then lets the engine
 * ready what the usual run will ask for.
 */
export async function rehearse(engine: GuestEngine, tick: () => number): Promise<void> {
  const { language, source, memoryBytes = usualNeed } = engine.rehearsal;
  const limits = {
    timeMs: 1_000,
    memoryBytes,
    stackBytes: 64 * 1024,
    sourceBytes: 1_024,
    valueBytes: 1_024,
    consoleBytes: 1_024,
    calls: 0,
    callsInFlight: 0,
  };
  await new Promise<void>((resolve) => {
    const post = ({ kind }: FromWall) => {
      if (kind === "end") resolve();
    };
    const listen = (hear: (message: unknown) => void) => {
      hear({ kind: "run", language, source, input: "null", now: 0, seed: 0, limits });
    };
    serveOneRun(engine, { post, listen }, tick);
  });
  await engine.anticipate?.(usualMemoryBytes);
}
