import { liveQuery } from "dexie";
import { z } from "zod";
import type { Databases } from "./database.ts";

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

const prefix = "trust:";

export function createTrustRepository({ strict }: Databases): TrustRepository {
  const write = async (flowId: string, value: TrustRecord): Promise<void> => {
    await strict.named.put({ name: prefix + flowId, value });
  };
  const read = async (flowId: string): Promise<TrustRecord | undefined> => {
    const row = await strict.named.get(prefix + flowId);
    if (row === undefined) return undefined;
    return trustRecord.safeParse(row.value).data ?? { allowed: [] };
  };
  return {
    read,
    write,
    async copy(fromId, toId) {
      const record = await read(fromId);
      if (record !== undefined) await write(toId, record);
    },
    watchIds(listener) {
      const names = () => strict.named.where("name").startsWith(prefix).primaryKeys();
      const subscription = liveQuery(names).subscribe({
        next: (found) => listener(new Set(found.map((name) => name.slice(prefix.length)))),
      });
      return () => subscription.unsubscribe();
    },
  };
}
