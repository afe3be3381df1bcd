import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { FlowRow, VersionRow } from "./database.ts";

interface Tables extends DBSchema {
  readonly flows: { key: string; value: FlowRow; indexes: { readonly editedAt: number } };
  readonly versions: { key: [string, number]; value: VersionRow };
  /** What a person allowed a flow from a file; unchecked as stored. */
  readonly trust: { key: string; value: { readonly flowId: string; readonly record: unknown } };
}

/**
 * Drawings have a small database of their own, read without the library that the sealed log needs: nothing of the log is
 * fetched before the canvas stands. Every write is strict; a listener hears of the changes of all tabs.
 */
export interface Drawings {
  readonly database: () => Promise<IDBPDatabase<Tables>>;
  /** The database if it is open already: a page that is being left has no time to wait for it. */
  readonly openNow: () => IDBPDatabase<Tables> | undefined;
  readonly changed: () => void;
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

export const strict = { durability: "strict" } as const;

export function openDrawings(name = "gatehouse-drawings"): Drawings {
  let opened: Promise<IDBPDatabase<Tables>> | undefined;
  let current: IDBPDatabase<Tables> | undefined;
  const forget = (): void => {
    opened = undefined;
    current = undefined;
  };
  const channel = new BroadcastChannel(name);
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  channel.addEventListener("message", tell);

  function open(): Promise<IDBPDatabase<Tables>> {
    return openDB<Tables>(name, 1, {
      upgrade(database) {
        database.createObjectStore("flows", { keyPath: "id" }).createIndex("editedAt", "editedAt");
        database.createObjectStore("versions", { keyPath: ["flowId", "savedAt"] });
        database.createObjectStore("trust", { keyPath: "flowId" });
      },
      // Another tab wants to change or delete the database: make room, and open again when next asked.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
        forget();
      },
      terminated: forget,
    });
  }

  return {
    database() {
      opened ??= open().then(
        (database) => (current = database),
        (problem: unknown) => {
          forget();
          throw problem;
        },
      );
      return opened;
    },
    openNow: () => current,
    changed() {
      tell();
      channel.postMessage("changed");
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      channel.close();
      (await opened)?.close();
    },
  };
}

/** Reads now and after every change, and hands on what it read, in order. Returns the way to stop. */
export function watchDrawings<T>(drawings: Drawings, read: () => Promise<T>, listener: (found: T) => void): () => void {
  let asked = 0;
  const look = async (): Promise<void> => {
    const mine = (asked += 1);
    const found = await read();
    if (mine === asked) listener(found);
  };
  const stop = drawings.onChange(() => void look());
  void look();
  return () => {
    asked = Number.POSITIVE_INFINITY;
    stop();
  };
}
