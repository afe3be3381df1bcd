import { liveQuery } from "dexie";
import type { Flow } from "#engine";
import { Dexie } from "dexie";
import type { Databases, FlowRow, VersionRow } from "./database.ts";

/** A flow as the library lists it. */
export type StoredFlow = FlowRow;

export interface FlowRepository {
  get(id: string): Promise<StoredFlow | undefined>;
  /** Writes the flow and keeps the creation time of an older one. */
  save(flow: Flow, now: number): Promise<void>;
  remove(id: string): Promise<void>;
  /** Newest edit first; calls back after every change. Returns the way to stop. */
  watch(listener: (flows: readonly StoredFlow[]) => void): () => void;
  /** Restore points, newest first. */
  versions(flowId: string): Promise<readonly VersionRow[]>;
  addVersion(flow: Flow, label: string, now: number): Promise<void>;
}

const keptVersions = 50;

export function createFlowRepository({ strict }: Databases): FlowRepository {
  const versionsOf = (flowId: string) =>
    strict.versions.where("[flowId+savedAt]").between([flowId, Dexie.minKey], [flowId, Dexie.maxKey]);
  return {
    get: (id) => strict.flows.get(id),
    async save(flow, now) {
      await strict.transaction("rw", strict.flows, async () => {
        const before = await strict.flows.get(flow.id);
        await strict.flows.put({ id: flow.id, flow, createdAt: before?.createdAt ?? now, editedAt: now });
      });
    },
    async remove(id) {
      await strict.transaction("rw", [strict.flows, strict.versions], async () => {
        await strict.flows.delete(id);
        await versionsOf(id).delete();
      });
    },
    watch(listener) {
      const subscription = liveQuery(() => strict.flows.orderBy("editedAt").reverse().toArray()).subscribe({
        next: listener,
      });
      return () => subscription.unsubscribe();
    },
    versions: (flowId) => versionsOf(flowId).reverse().toArray(),
    async addVersion(flow, label, now) {
      await strict.transaction("rw", strict.versions, async () => {
        await strict.versions.put({ flowId: flow.id, savedAt: now, label, flow });
        const keys = await versionsOf(flow.id).primaryKeys();
        await strict.versions.bulkDelete(keys.slice(0, Math.max(0, keys.length - keptVersions)));
      });
    },
  };
}
