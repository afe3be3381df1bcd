import type { Vault } from "#hosts/browser";
import type { Connection } from "#providers";
import {
  createFlowRepository,
  createShelfRepository,
  createTrustRepository,
  openDatabases,
  type Databases,
  type FlowRepository,
  type ShelfRepository,
  type TrustRepository,
} from "#store";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { OpenedHouse } from "./open-house.ts";

/** What every page shares: the database, and the house, which is fetched when it is first needed. */
export interface Home {
  readonly databases: Databases;
  readonly flows: FlowRepository;
  readonly shelf: ShelfRepository;
  /** What flows from files may do. */
  readonly trust: TrustRepository;
  /** The person's connections to models, kept by Settings. Empty until they are loaded; then in step with other tabs. */
  readonly connections: StoreApi<readonly Connection[]>;
  /** Resolves when `connections` holds what is stored. */
  readonly loadConnections: () => Promise<void>;
  saveConnections(connections: readonly Connection[]): Promise<void>;
  /** API keys; one vault a tab. */
  readonly vault: () => Promise<Vault>;
  /** Loads engine hosts, policies and models once; a failed load is tried again. */
  readonly house: () => Promise<OpenedHouse>;
}

export function createHome(): Home {
  const databases = openDatabases();
  const connections = createStore<readonly Connection[]>()(() => []);
  const stored = once(async () => (await import("./stored-connections.ts")).storedConnections(databases));
  const vault = once(async () => (await import("./open-keys.ts")).openVault());
  const loadConnections = once(async () => {
    const value = await stored();
    connections.setState((await value.read()) ?? [], true);
    value.watch((found) => connections.setState(found ?? [], true));
  });
  return {
    databases,
    flows: createFlowRepository(databases),
    shelf: createShelfRepository(databases),
    trust: createTrustRepository(databases),
    connections,
    loadConnections,
    async saveConnections(list) {
      await (await stored()).write(list);
      connections.setState(list, true);
    },
    vault,
    house: once(async () => {
      const [{ openBrowserHouse }, keys] = await Promise.all([import("./open-house.ts"), vault(), loadConnections()]);
      return openBrowserHouse(databases, () => connections.getState(), keys);
    }),
  };
}

/** Does the work when it is first asked for; after a failure the next one who asks tries again. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => {
    begun ??= work().catch((problem: unknown) => {
      begun = undefined;
      throw problem;
    });
    return begun;
  };
}
