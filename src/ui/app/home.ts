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
  /** The person's connections to models, kept by Settings. */
  readonly connections: StoreApi<readonly Connection[]>;
  /** Loads engine hosts, policies and models once; a failed load is tried again. */
  house(): Promise<OpenedHouse>;
}

export function createHome(): Home {
  const databases = openDatabases();
  const connections = createStore<readonly Connection[]>()(() => []);
  let opened: Promise<OpenedHouse> | undefined;
  return {
    databases,
    flows: createFlowRepository(databases),
    shelf: createShelfRepository(databases),
    trust: createTrustRepository(databases),
    connections,
    house() {
      opened ??= import("./open-house.ts")
        .then(({ openBrowserHouse }) => openBrowserHouse(databases, () => connections.getState()))
        .catch((problem: unknown) => {
          opened = undefined;
          throw problem;
        });
      return opened;
    },
  };
}
