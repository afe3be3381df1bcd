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
  /** Keeps the flow as it is, unless the newest restore point is the same and no name is given. */
  addVersion(flow: Flow, why: Pick<VersionRow, "reason" | "label">, now: number): Promise<void>;
  removeVersion(version: VersionRow): Promise<void>;
  /** Puts back what `removeVersion` took. */
  restoreVersion(version: VersionRow): Promise<void>;
}

/** Of each flow the newest are kept; those that nobody named make room for themselves only. */
const most = { named: 100, unnamed: 30 } as const;

export function createFlowRepository(drawings: Drawings): FlowRepository {
  const { database, openNow, changed } = drawings;
  // When each flow was made, as far as it was read: with it a flow is stored by one request.
  const made = new Map<string, number>();
  const remember = (row: FlowRow | undefined): FlowRow | undefined => {
    if (row !== undefined) made.set(row.id, row.createdAt);
    return row;
  };
  const list = async (): Promise<readonly StoredFlow[]> =>
    (await (await database()).getAllFromIndex("flows", "editedAt")).reverse();
  return {
    get: async (id) => remember(await (await database()).get("flows", id)),
    async save(flow, now) {
      const createdAt = made.get(flow.id) ?? remember(await (await database()).get("flows", flow.id))?.createdAt ?? now;
      made.set(flow.id, createdAt);
      // Nothing is waited for from here to the commit: a page that is being left gets no further turn.
      const writing = (openNow() ?? (await database())).transaction("flows", "readwrite", strict);
      const stored = writing.store.put({ id: flow.id, flow, createdAt, editedAt: now });
      writing.commit();
      await Promise.all([stored, writing.done]);
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
    async addVersion(flow, why, now) {
      const writing = (await database()).transaction("versions", "readwrite", strict);
      const kept = await writing.store.getAll(versionsOf(flow.id));
      const newest = kept.at(-1);
      if (why.reason === "named" || newest === undefined || !isSame(newest.flow, flow)) {
        // A clock that was set back must not overwrite one, nor put the newest behind it.
        const added = { flowId: flow.id, savedAt: Math.max(now, (newest?.savedAt ?? 0) + 1), ...why, flow };
        await writing.store.add(added);
        for (const each of beyond([...kept, added])) await writing.store.delete([each.flowId, each.savedAt]);
      }
      await writing.done;
    },
    removeVersion: async ({ flowId, savedAt }) => (await database()).delete("versions", [flowId, savedAt]),
    async restoreVersion(version) {
      await (await database()).put("versions", version);
    },
  };
}

/** Those that have to go, of restore points in their order. */
function beyond(versions: readonly VersionRow[]): readonly VersionRow[] {
  const named = versions.filter(({ reason }) => reason === "named");
  const unnamed = versions.filter(({ reason }) => reason !== "named");
  return [...named.slice(0, -most.named), ...unnamed.slice(0, -most.unnamed)];
}

/** Both come from the same form, whose keys have one order; a pair that differs in that alone is kept twice. */
function isSame(one: Flow, other: Flow): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function versionsOf(flowId: string): IDBKeyRange {
  return IDBKeyRange.bound([flowId], [flowId, Number.POSITIVE_INFINITY]);
}
