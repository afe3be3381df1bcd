import type { RawPorts } from "#monitor";
import {
  createDexieTraceStore,
  createShelfRepository,
  lockName,
  type Databases,
  type ShelfRepository,
  type TrustRepository,
} from "#store";
import { createRandomBytes, type ApproverBook, type KeyRing, type WorkspaceParts } from "../workspace/index.ts";
import { nativeWork } from "./native-work.ts";

/** A workspace's parts with what only a browser keeps: short summaries of runs, and what was allowed to imported flows. */
export interface BrowserParts extends WorkspaceParts {
  readonly shelf: ShelfRepository;
  readonly trust: TrustRepository;
  /** The people who decide here, each with a key. */
  readonly approvers: ApproverBook;
}

export function createBrowserParts(
  databases: Databases,
  trust: TrustRepository,
  keys: KeyRing,
  ports: RawPorts,
  approvers: ApproverBook,
  drawn?: WorkspaceParts["drawn"],
): BrowserParts {
  return {
    platform: "browser",
    store: createDexieTraceStore(databases),
    shelf: createShelfRepository(databases),
    trust,
    keys,
    ports,
    approvers,
    allowed: async (flowId) => (await trust.read(flowId))?.allowed,
    lock: withLock,
    now: () => Date.now(),
    monoUs: () => performance.now() * 1000,
    randomBytes: createRandomBytes(),
    idle: () => new Promise((resolve) => setTimeout(resolve, 0)),
    native: nativeWork,
    verifyPage: fetchPage,
    ...(drawn === undefined ? {} : { drawn }),
  };
}

/** Fetched with the first copy that leaves, so that nobody else waits for it. */
async function fetchPage(): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(new URL("verify.html", document.baseURI));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** A lock of the whole origin: other tabs wait for it, or are told that it is taken. */
async function withLock<T>(name: string, wait: boolean, work: () => Promise<T>): Promise<T | undefined> {
  return navigator.locks.request(lockName(name), { ifAvailable: !wait }, async (lock) =>
    lock === null ? undefined : work(),
  );
}

/** Takes a lock and keeps it until released or until the tab is gone; undefined when another tab holds it. */
export function holdLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((settle) => {
    void navigator.locks.request(lockName(name), { ifAvailable: true }, (lock) => {
      if (lock === null) {
        settle(undefined);
        return undefined;
      }
      return new Promise<void>((release) => settle(release));
    });
  });
}
