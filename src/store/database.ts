import { Dexie, type EntityTable, type Table } from "dexie";
import type { Flow } from "#engine";

export interface LineRow {
  readonly origin: string;
  readonly seq: number;
  readonly line: string;
}
export interface DisclosureRow {
  readonly origin: string;
  readonly seq: number;
  readonly field: string;
  readonly text: string;
}
export interface HeadRow {
  readonly origin: string;
  readonly size: number;
  readonly prev: string;
  /** Order of first write, for listing runs oldest first. */
  readonly opened: number;
}
export interface CheckpointRow {
  readonly origin: string;
  readonly size: number;
  readonly note: string;
}
export interface LedgerRow {
  readonly index: number;
  readonly line: string;
}
/** Where a run stands, kept beside its log so that a list needs no log. Derived: the log alone decides. */
export interface RunSummary {
  readonly kind: "running" | "waiting" | "done" | "blocked" | "denied" | "failed" | "stopped" | "abandoned";
  /** When it came to stand there; milliseconds since 1970. */
  readonly at: number;
  /** How many people it waits for. */
  readonly waiting: number;
  /** When the first of the requests lapses. */
  readonly expiresAt?: number;
}
export interface ShelfRow {
  readonly runId: string;
  readonly origin: string;
  readonly flowId: string;
  readonly flow: Flow;
  readonly vkey: string;
  readonly createdAt: number;
  readonly summary?: RunSummary;
}
export interface FlowRow {
  readonly id: string;
  readonly flow: Flow;
  readonly createdAt: number;
  readonly editedAt: number;
}
/** `named`: a person kept it; `opened`: as it was before the changes of a sitting; `replaced`: as it was when an older one came back. */
export type VersionReason = "named" | "opened" | "replaced";
export interface VersionRow {
  readonly flowId: string;
  readonly savedAt: number;
  readonly reason: VersionReason;
  /** Its name, where a person gave it one; else empty. */
  readonly label: string;
  readonly flow: Flow;
}
/** Small named values: the ledger's head, settings, the demo shop's state. */
export interface NamedRow {
  readonly name: string;
  readonly value: unknown;
}

export interface Tables {
  readonly lines: Table<LineRow, [string, number]>;
  readonly disclosures: Table<DisclosureRow, [string, number, string]>;
  readonly heads: EntityTable<HeadRow, "origin">;
  readonly checkpoints: Table<CheckpointRow, [string, number]>;
  readonly ledger: EntityTable<LedgerRow, "index">;
  readonly shelf: EntityTable<ShelfRow, "runId">;
  readonly named: EntityTable<NamedRow, "name">;
}

export type Database = Dexie & Tables;

/**
 * Two handles on one database: `strict` transactions are on disk when they resolve, `relaxed` ones may be lost with the
 * power. Chrome's default has been relaxed since version 121, and durability is a property of the handle.
 */
export interface Databases {
  readonly name: string;
  readonly strict: Database;
  readonly relaxed: Database;
  close(): void;
}

export function openDatabases(name = "gatehouse"): Databases {
  const strict = openDatabase(name, "strict");
  const relaxed = openDatabase(name, "relaxed");
  return {
    name,
    strict,
    relaxed,
    close() {
      strict.close();
      relaxed.close();
    },
  };
}

function openDatabase(name: string, durability: "strict" | "relaxed"): Database {
  const database = new Dexie(name, { chromeTransactionDurability: durability });
  database.version(1).stores({
    lines: "[origin+seq]",
    disclosures: "[origin+seq+field]",
    heads: "origin, opened",
    checkpoints: "[origin+size]",
    ledger: "index",
    shelf: "runId, origin, flowId, createdAt, [flowId+createdAt], summary.kind",
    named: "name",
  });
  return withTables(database);
}

// Dexie adds the tables by name; its types cannot know them.
function withTables(database: Dexie): Database {
  return database as Database;
}
