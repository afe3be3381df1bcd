import type { CodeRunner } from "#engine";
import { conductRun } from "./conduct.ts";
import { createWallSupply, type Wall } from "./wall.ts";

export interface SandboxRunner extends CodeRunner {
  /** Readies a spare wall, so that the next run starts in milliseconds. Rejects when the sandbox cannot start. */
  warm(): Promise<void>;
  /** Ends the spare wall. Runs under way go on to their end; later ones do not start. */
  close(): Promise<void>;
}

/** @param build makes one wall that has said it is ready; rejects when it cannot. */
export function createSandboxRunner(build: () => Promise<Wall>): SandboxRunner {
  const supply = createWallSupply(build);
  return {
    run: (request, signal) => conductRun(request, signal, () => supply.take()),
    warm: () => supply.warm(),
    close: () => supply.close(),
  };
}
