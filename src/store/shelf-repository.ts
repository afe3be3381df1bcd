import { liveQuery } from "dexie";
import type { Databases, ShelfRow } from "./database.ts";

/** A run as the shelf keeps it, without what only the database needs. */
export type ShelvedRun = Omit<ShelfRow, "flowId">;

export interface ShelfRepository {
  put(run: ShelvedRun): Promise<void>;
  get(runId: string): Promise<ShelvedRun | undefined>;
  /** Oldest first. */
  list(): Promise<readonly ShelvedRun[]>;
  /** Newest first, calls back after every change. Returns the way to stop. */
  watch(listener: (runs: readonly ShelvedRun[]) => void): () => void;
}

export function createShelfRepository({ strict }: Databases): ShelfRepository {
  return {
    async put(run) {
      await strict.shelf.put({ ...run, flowId: run.flow.id });
    },
    get: (runId) => strict.shelf.get(runId),
    list: () => strict.shelf.orderBy("createdAt").toArray(),
    watch(listener) {
      const subscription = liveQuery(() => strict.shelf.orderBy("createdAt").reverse().toArray()).subscribe({
        next: listener,
      });
      return () => subscription.unsubscribe();
    },
  };
}
