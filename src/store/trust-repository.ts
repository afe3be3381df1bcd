import { z } from "zod";
import { strict, watchDrawings, type Drawings } from "./drawings.ts";

const trustRecord = z.strictObject({ allowed: z.array(z.string().max(300)).max(5_000) });

/** What a person allowed a flow that came from a file. Names of wants; nothing is allowed that is not named. */
export type TrustRecord = z.infer<typeof trustRecord>;

/**
 * Which flows came from a file. A flow without a record was made here. The record outlives its flow, so that deleting and
 * restoring frees nothing, and one that cannot be read any more allows nothing.
 */
export interface TrustRepository {
  read(flowId: string): Promise<TrustRecord | undefined>;
  write(flowId: string, record: TrustRecord): Promise<void>;
  /** Makes a copy as trusted as the original. */
  copy(fromId: string, toId: string): Promise<void>;
  /** Ids of all flows that came from a file. Returns the way to stop. */
  readonly watchIds: (listener: (flowIds: ReadonlySet<string>) => void) => () => void;
}

export function createTrustRepository(drawings: Drawings): TrustRepository {
  const { database, changed } = drawings;
  const write = async (flowId: string, record: TrustRecord): Promise<void> => {
    const writing = (await database()).transaction("trust", "readwrite", strict);
    await writing.store.put({ flowId, record });
    await writing.done;
    changed();
  };
  const read = async (flowId: string): Promise<TrustRecord | undefined> => {
    const row = await (await database()).get("trust", flowId);
    if (row === undefined) return undefined;
    return trustRecord.safeParse(row.record).data ?? { allowed: [] };
  };
  const ids = async (): Promise<ReadonlySet<string>> => new Set(await (await database()).getAllKeys("trust"));
  return {
    read,
    write,
    async copy(fromId, toId) {
      const record = await read(fromId);
      if (record !== undefined) await write(toId, record);
    },
    watchIds: (listener) => watchDrawings(drawings, ids, listener),
  };
}
