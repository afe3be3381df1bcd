import type { CodeRunner } from "#engine";
import { runtimeOf, type RuntimeChoice, type SandboxRuntime } from "#pillars/sandbox";
import { conductRun } from "./conduct.ts";
import { createWallSupply, type Wall, type WallSupply } from "./wall.ts";

export interface SandboxRunner extends CodeRunner {
  /** Readies a spare wall for a language (JavaScript), so that the next run starts in milliseconds. Rejects when it cannot start. */
  warm(choice?: RuntimeChoice): Promise<void>;
  /** Ends the spare walls. Runs under way go on to their end; later ones do not start. */
  close(): Promise<void>;
}

/** @param build makes one wall for a runtime, that has said it is ready; rejects when it cannot. */
export function createSandboxRunner(build: (runtime: SandboxRuntime) => Promise<Wall>): SandboxRunner {
  const supplies = new Map<SandboxRuntime, WallSupply>();
  let isClosed = false;

  function supplyOf(choice: RuntimeChoice): WallSupply {
    if (isClosed) throw new Error("The sandbox is closed.");
    const runtime = runtimeOf(choice);
    const supply = supplies.get(runtime) ?? createWallSupply(() => build(runtime));
    supplies.set(runtime, supply);
    return supply;
  }

  return {
    async run(request, signal) {
      const result = await conductRun(request, signal, async () => supplyOf(request).take());
      supplies.get(runtimeOf(request))?.replenish();
      return result;
    },
    warm: async (choice = { language: "javascript" }) => supplyOf(choice).warm(),
    async close() {
      isClosed = true;
      await Promise.all([...supplies.values()].map((supply) => supply.close()));
    },
  };
}
