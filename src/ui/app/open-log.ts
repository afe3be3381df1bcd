import { createShelfRepository, openDatabases, type Databases, type ShelfRepository } from "#store";

/** The sealed log's database with the library it needs: fetched when a run is looked at or made. */
export interface OpenedLog {
  readonly databases: Databases;
  readonly shelf: ShelfRepository;
}

export function openLog(): OpenedLog {
  const databases = openDatabases();
  return { databases, shelf: createShelfRepository(databases) };
}
