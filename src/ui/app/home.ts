import type { ModelFiles, PythonLibrary, RunReader, Vault } from "#hosts/browser";
import type { ApproverBook } from "#hosts/workspace";
import type { Inspector } from "#pillars/firewall";
import type { Connection } from "#providers";
import {
  createFlowRepository,
  createTrustRepository,
  openDrawings,
  type FlowRepository,
  type ShelfRepository,
  type TrustRepository,
} from "#store";
import { createStore, type StoreApi } from "zustand/vanilla";
import { createLateShelf, hasDatabase } from "./late-shelf.ts";
import type { OpenedHouse } from "./open-house.ts";

/** What every page shares: the drawings, and the log and the house, which are fetched when they are first needed. */
export interface Home {
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
  /** Where a text is inspected that belongs to no run. */
  readonly inspector: () => Promise<Inspector>;
  /** The people who decide in this browser, each with a key. */
  readonly approvers: () => Promise<ApproverBook>;
  /** The files of transformers that a person brought. */
  readonly modelFiles: () => Promise<ModelFiles>;
  /** The full Python library, which a person may download. */
  readonly pythonLibrary: () => Promise<PythonLibrary>;
  /** Runs as they are stored, before anything that runs them is loaded. */
  readonly reader: () => Promise<RunReader>;
  /** Loads engine hosts, policies and models once; a failed load is tried again. */
  readonly house: () => Promise<OpenedHouse>;
}

/** The name of the log's database; see openDatabases. */
const logName = "gatehouse";

export function createHome(): Home {
  const drawings = openDrawings();
  const flows = createFlowRepository(drawings);
  const trust = createTrustRepository(drawings);
  const log = once(async () => (await import("./open-log.ts")).openLog());
  const late = createLateShelf(
    async () => (await log()).shelf,
    () => hasDatabase(logName),
  );
  const openedLog = async () => {
    await late.openNow();
    return log();
  };
  const connections = createStore<readonly Connection[]>()(() => []);
  const stored = once(async () =>
    (await import("./stored-connections.ts")).storedConnections((await openedLog()).databases),
  );
  const vault = once(async () => (await import("./open-keys.ts")).openVault());
  const approvers = once(async () => (await import("./open-approvers.ts")).openApprovers());
  const loadConnections = once(async () => {
    const value = await stored();
    connections.setState((await value.read()) ?? [], true);
    value.watch((found) => connections.setState(found ?? [], true));
  });
  return {
    flows,
    shelf: late.shelf,
    trust,
    connections,
    loadConnections,
    async saveConnections(list) {
      await (await stored()).write(list);
      connections.setState(list, true);
    },
    vault,
    inspector: once(async () => (await import("./open-inspector.ts")).openInspector()),
    approvers,
    pythonLibrary: once(async () => (await import("./open-python-library.ts")).pythonLibrary),
    modelFiles: once(async () => (await import("./open-model-files.ts")).createModelFiles()),
    reader: once(async () => {
      const [{ createRunReader }, { databases }] = await Promise.all([import("./open-reader.ts"), openedLog()]);
      return createRunReader(databases);
    }),
    house: once(async () => {
      const [{ openBrowserHouse }, keys, { databases }, book] = await Promise.all([
        import("./open-house.ts"),
        vault(),
        openedLog(),
        approvers(),
        loadConnections(),
      ]);
      return openBrowserHouse(databases, trust, () => connections.getState(), keys, book, flows);
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
