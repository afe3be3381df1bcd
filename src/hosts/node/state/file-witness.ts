import { join } from "node:path";
import { z } from "zod";
import { isSameState, type WitnessMemory } from "#hosts/workspace";
import { leafHash, toBase64Url, type WitnessedState } from "#pillars/trace";
import { makeFolder, readIfThere, writePrivately } from "./private-file.ts";

const witnessedFile = z.strictObject({
  origin: z.string(),
  vkey: z.string(),
  size: z.number().int().nonnegative(),
  root: z.string(),
});

/** The last state of each run that was cosigned from this state folder: one file a run. `alone` keeps other processes out meanwhile. */
export function createFileWitness(folder: string, alone: <T>(work: () => Promise<T>) => Promise<T>): WitnessMemory {
  // A run's name may hold what a file's name may not.
  const fileOf = (origin: string): string => join(folder, `${toBase64Url(leafHash(origin))}.json`);

  async function last(origin: string): Promise<WitnessedState | undefined> {
    const text = await readIfThere(fileOf(origin));
    if (text === undefined) return undefined;
    const { vkey, size, root } = witnessedFile.parse(JSON.parse(text));
    return { vkey, size, root };
  }

  return {
    last,
    advance: (origin, before, state) =>
      alone(async () => {
        if (!isSameState(await last(origin), before)) return false;
        await makeFolder(folder);
        await writePrivately(fileOf(origin), JSON.stringify({ origin, ...state }));
        return true;
      }),
  };
}
