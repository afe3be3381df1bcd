import { Dexie, liveQuery } from "dexie";
import type { Databases, RunSummary, ShelfRow } from "./database.ts";

/** A run as the shelf keeps it, without what only the database needs. */
export type ShelvedRun = Omit<ShelfRow, "flowId">;

/** A flow's runs in short. */
export interface FlowRuns {
  readonly runs: number;
  /** How many of them began at or after the given moment. */
  readonly recent: number;
  readonly last: ShelvedRun;
}

export interface ShelfRepository {
  put(run: ShelvedRun): Promise<void>;
  get(runId: string): Promise<ShelvedRun | undefined>;
  /** Oldest first. */
  list(): Promise<readonly ShelvedRun[]>;
  /** Of one flow; oldest first. */
  ofFlow(flowId: string): Promise<readonly ShelvedRun[]>;
  /** Newest first, calls back after every change. Returns the way to stop. */
  watch(listener: (runs: readonly ShelvedRun[]) => void): () => void;
  /** Notes where a run stands. A run that is not on the shelf is left alone. */
  summarise(runId: string, summary: RunSummary): Promise<void>;
  /** By flow id, counted without reading the runs; `since` in milliseconds since 1970. Returns the way to stop. */
  watchFlows(since: number, listener: (byFlow: ReadonlyMap<string, FlowRuns>) => void): () => void;
  /** How many runs wait for a person. Returns the way to stop. */
  readonly watchWaiting: (listener: (runs: number) => void) => () => void;
  /** Names of the runs that were at work when they were last heard of. */
  running(): Promise<readonly string[]>;
}

export function createShelfRepository({ strict }: Databases): ShelfRepository {
  const standing = (kind: RunSummary["kind"]) => strict.shelf.where("summary.kind").equals(kind);
  return {
    async put(run) {
      await strict.shelf.put({ ...run, flowId: run.flow.id });
    },
    get: (runId) => strict.shelf.get(runId),
    list: () => strict.shelf.orderBy("createdAt").toArray(),
    ofFlow: (flowId) =>
      strict.shelf
        .where("[flowId+createdAt]")
        .between([flowId, Dexie.minKey], [flowId, Dexie.maxKey], true, true)
        .toArray(),
    watch(listener) {
      const subscription = liveQuery(() => strict.shelf.orderBy("createdAt").reverse().toArray()).subscribe({
        next: listener,
      });
      return () => subscription.unsubscribe();
    },
    async summarise(runId, summary) {
      await strict.shelf.update(runId, { summary });
    },
    watchFlows(since, listener) {
      const subscription = liveQuery(() => runsByFlow({ strict }, since)).subscribe({ next: listener });
      return () => subscription.unsubscribe();
    },
    watchWaiting(listener) {
      const subscription = liveQuery(() => standing("waiting").count()).subscribe({ next: listener });
      return () => subscription.unsubscribe();
    },
    running: () => standing("running").primaryKeys(),
  };
}

async function runsByFlow(
  { strict }: Pick<Databases, "strict">,
  since: number,
): Promise<ReadonlyMap<string, FlowRuns>> {
  const flowIds = await strict.shelf.orderBy("flowId").uniqueKeys();
  const found = await Promise.all(
    flowIds.map(async (flowId) => {
      const from = (first: unknown) =>
        strict.shelf.where("[flowId+createdAt]").between([flowId, first], [flowId, Dexie.maxKey], true, true);
      const [runs, recent, last] = await Promise.all([
        from(Dexie.minKey).count(),
        from(since).count(),
        from(Dexie.minKey).last(),
      ]);
      return last === undefined ? [] : [[last.flow.id, { runs, recent, last }] as const];
    }),
  );
  return new Map(found.flat());
}
