import type { Flow } from "#engine";
import type { FlowRow, VersionRow } from "./database.ts";
import { strict, watchDrawings, type Drawings } from "./drawings.ts";

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

export function createFlowRepository(drawings: Drawings): FlowRepository {
  const { database, changed } = drawings;
  const list = async (): Promise<readonly StoredFlow[]> =>
    (await (await database()).getAllFromIndex("flows", "editedAt")).reverse();
  return {
    get: async (id) => (await database()).get("flows", id),
    async save(flow, now) {
      const writing = (await database()).transaction("flows", "readwrite", strict);
      const before = await writing.store.get(flow.id);
      await writing.store.put({ id: flow.id, flow, createdAt: before?.createdAt ?? now, editedAt: now });
      await writing.done;
      changed();
    },
    async remove(id) {
      const writing = (await database()).transaction(["flows", "versions"], "readwrite", strict);
      const [flows, versions] = [writing.objectStore("flows"), writing.objectStore("versions")];
      const row = await flows.get(id);
      const kept = await versions.getAll(versionsOf(id));
      await Promise.all([flows.delete(id), versions.delete(versionsOf(id)), writing.done]);
      changed();
      return row === undefined ? undefined : { row, versions: kept };
    },
    async restore({ row, versions }) {
      const writing = (await database()).transaction(["flows", "versions"], "readwrite", strict);
      await writing.objectStore("flows").put(row);
      for (const version of versions) await writing.objectStore("versions").put(version);
      await writing.done;
      changed();
    },
    list,
    watch: (listener) => watchDrawings(drawings, list, listener),
    versions: async (flowId) => (await (await database()).getAll("versions", versionsOf(flowId))).reverse(),
    async addVersion(flow, label, now) {
      const writing = (await database()).transaction("versions", "readwrite", strict);
      await writing.store.put({ flowId: flow.id, savedAt: now, label, flow });
      const keys = await writing.store.getAllKeys(versionsOf(flow.id));
      for (const key of keys.slice(0, Math.max(0, keys.length - keptVersions))) await writing.store.delete(key);
      await writing.done;
    },
  };
}

function versionsOf(flowId: string): IDBKeyRange {
  return IDBKeyRange.bound([flowId], [flowId, Number.POSITIVE_INFINITY]);
}
