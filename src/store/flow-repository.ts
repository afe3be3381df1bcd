import { liveQuery } from "dexie";
import type { Flow } from "#engine";
import { Dexie } from "dexie";
import type { Databases, FlowRow, VersionRow } from "./database.ts";

/** A flow as the library lists it. */
export type StoredFlow = FlowRow;

/** A flow that was taken away, with all that an undo needs. */
export interface RemovedFlow {
  readonly row: FlowRow;
  readonly versions: readonly VersionRow[];
}

export interface FlowRepository {
  get(id: string): Promise<StoredFlow | undefined>;
  /** Writes the flow and keeps the creation time of an older one. */
  save(flow: Flow, now: number): Promise<void>;
  /** Takes the flow and its restore points away; undefined when there is none. */
  remove(id: string): Promise<RemovedFlow | undefined>;
  /** Puts back what `remove` took. */
  restore(removed: RemovedFlow): Promise<void>;
  /** Newest edit first. */
  list(): Promise<readonly StoredFlow[]>;
  /** Newest edit first; calls back after every change. Returns the way to stop. */
  readonly watch: (listener: (flows: readonly StoredFlow[]) => void) => () => void;
  /** Restore points, newest first. */
  versions(flowId: string): Promise<readonly VersionRow[]>;
  addVersion(flow: Flow, label: string, now: number): Promise<void>;
}

const keptVersions = 50;

export function createFlowRepository({ strict }: Databases): FlowRepository {
  const versionsOf = (flowId: string) =>
    strict.versions.where("[flowId+savedAt]").between([flowId, Dexie.minKey], [flowId, Dexie.maxKey]);
  const list = () => strict.flows.orderBy("editedAt").reverse().toArray();
  return {
    get: (id) => strict.flows.get(id),
    async save(flow, now) {
      await strict.transaction("rw", strict.flows, async () => {
        const before = await strict.flows.get(flow.id);
        await strict.flows.put({ id: flow.id, flow, createdAt: before?.createdAt ?? now, editedAt: now });
      });
    },
    async remove(id) {
      return strict.transaction("rw", [strict.flows, strict.versions], async () => {
        const row = await strict.flows.get(id);
        const versions = await versionsOf(id).toArray();
        await strict.flows.delete(id);
        await versionsOf(id).delete();
        return row === undefined ? undefined : { row, versions };
      });
    },
    async restore({ row, versions }) {
      await strict.transaction("rw", [strict.flows, strict.versions], async () => {
        await strict.flows.put(row);
        await strict.versions.bulkPut([...versions]);
      });
    },
    list,
    watch(listener) {
      const subscription = liveQuery(list).subscribe({
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
