import type { z } from "zod";
import type { Databases } from "./database.ts";

/** One named value, checked when it is read: stored data is as foreign as a file. */
export interface NamedValue<T> {
  read(): Promise<T | undefined>;
  write(value: T): Promise<void>;
}

export function namedValue<T>({ strict }: Databases, name: string, schema: z.ZodType<T>): NamedValue<T> {
  return {
    async read() {
      const row = await strict.named.get(name);
      const parsed = schema.safeParse(row?.value);
      return parsed.success ? parsed.data : undefined;
    },
    async write(value) {
      await strict.named.put({ name, value });
    },
  };
}
