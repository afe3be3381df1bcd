import { liveQuery } from "dexie";
import type { z } from "zod";
import type { Databases } from "./database.ts";

/** One named value, checked when it is read: stored data is as foreign as a file. */
export interface NamedValue<T> {
  read(): Promise<T | undefined>;
  write(value: T): Promise<void>;
  /** Calls back with the value now and after every change, in this tab or another. Returns the way to stop. */
  watch(listener: (value: T | undefined) => void): () => void;
}

export function namedValue<T>({ strict }: Databases, name: string, schema: z.ZodType<T>): NamedValue<T> {
  const read = async (): Promise<T | undefined> => {
    const row = await strict.named.get(name);
    return schema.safeParse(row?.value).data;
  };
  return {
    read,
    watch(listener) {
      const subscription = liveQuery(read).subscribe({ next: listener });
      return () => subscription.unsubscribe();
    },
    async write(value) {
      await strict.named.put({ name, value });
    },
  };
}
