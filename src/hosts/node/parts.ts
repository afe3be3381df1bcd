import { join } from "node:path";
import { setImmediate as macrotask } from "node:timers/promises";
import type { RawPorts } from "#monitor";
import { nativeWork } from "./native-work.ts";
import { createRandomBytes, type WorkspaceParts } from "../workspace/index.ts";
import {
  createFileKeys,
  createFileShelf,
  makeFolder,
  NodeTraceStore,
  withFileLock,
  type OnCut,
} from "./state/index.ts";

export interface NodePartsOptions {
  /** Folder of journals, keys and the demo shop; made with mode 0700 on first use. */
  readonly state: string;
  readonly ports: RawPorts;
  /** Told when a killed process left half a write behind. */
  readonly onCut?: OnCut;
  /** The page that goes into bundles. */
  readonly verifyPage?: WorkspaceParts["verifyPage"];
}

/** Longest wait for a lock that is only ever held for one write. */
const patienceMs = 60_000;

/** A workspace over a folder. Several processes may share it; a run has one writer at a time. */
export function createNodeParts({ state, ports, onCut, verifyPage }: NodePartsOptions): WorkspaceParts {
  return {
    platform: "node",
    store: new NodeTraceStore(state, onCut),
    shelf: createFileShelf(state),
    keys: createFileKeys(state),
    ports,
    async lock(name, wait, work) {
      const folder = join(state, "locks");
      await makeFolder(folder);
      const done = await withFileLock(join(folder, `${encodeURIComponent(name)}.lock`), wait ? patienceMs : 0, work);
      if (done === undefined && wait) throw new Error(`Another process has held ${name} for too long.`);
      return done?.value;
    },
    now: () => Date.now(),
    monoUs: () => performance.now() * 1000,
    randomBytes: createRandomBytes(),
    idle: () => macrotask(),
    native: nativeWork,
    ...(verifyPage && { verifyPage }),
  };
}
