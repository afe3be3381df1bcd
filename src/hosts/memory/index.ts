import type { RawPorts } from "#monitor";
import { formatVkey, MemoryTraceStore, type Signer, type TraceStore } from "#pillars/trace";
import {
  createQueue,
  createRandomBytes,
  freshName,
  generatePair,
  signerOf,
  type KeyRing,
  type Queue,
  type RunRecord,
  type RunShelf,
  type WorkspaceParts,
} from "../workspace/index.ts";

/** Everything in memory: a real platform for tests, benchmarks and one-off runs. Survives as long as its parts are kept. */
export function createMemoryParts(
  ports: RawPorts,
  kept: Partial<Pick<WorkspaceParts, "store" | "shelf" | "keys" | "now" | "drawn" | "allowed">> = {},
): WorkspaceParts {
  const started = performance.now();
  return {
    platform: "memory",
    store: kept.store ?? createMemoryStore(),
    shelf: kept.shelf ?? createMemoryShelf(),
    keys: kept.keys ?? createMemoryKeys(),
    ports,
    lock: createMemoryLock(),
    now: kept.now ?? (() => Date.now()),
    monoUs: () => (performance.now() - started) * 1000,
    randomBytes: createRandomBytes(),
    idle: () => new Promise((resolve) => setTimeout(resolve, 0)),
    ...(kept.allowed === undefined ? {} : { allowed: kept.allowed }),
    ...(kept.drawn === undefined ? {} : { drawn: kept.drawn }),
  };
}

/** One at a time for each name; who does not want to wait for another is told. */
function createMemoryLock(): WorkspaceParts["lock"] {
  const queues = new Map<string, { readonly queue: Queue; inside: number }>();
  return async (name, wait, work) => {
    const held = queues.get(name) ?? { queue: createQueue(), inside: 0 };
    queues.set(name, held);
    if (!wait && held.inside > 0) return undefined;
    held.inside += 1;
    return held.queue.enter(work).finally(() => void (held.inside -= 1));
  };
}

export function createMemoryStore(): TraceStore {
  return new MemoryTraceStore();
}

export function createMemoryShelf(): RunShelf {
  const records = new Map<string, RunRecord>();
  return {
    put: async (record) => void records.set(record.runId, record),
    get: async (runId) => records.get(runId),
    list: async () => [...records.values()],
    ofFlow: async (flowId) => [...records.values()].filter(({ flow }) => flow.id === flowId),
  };
}

export function createMemoryKeys(): KeyRing {
  const keys = new Map<string, Signer>();
  const make = async (name: string): Promise<Signer> => {
    const signer = await signerOf(name, await generatePair(false), formatVkey);
    keys.set(name, signer);
    return signer;
  };
  let workspace: Promise<{ name: string; signer: Signer }> | undefined;
  return {
    workspace() {
      workspace ??= (async () => {
        const name = freshName("gatehouse-");
        return { name, signer: await make(name) };
      })();
      return workspace;
    },
    createRunKey: make,
    runKey: async (origin) => keys.get(origin),
    destroyRunKey: async (origin) => void keys.delete(origin),
  };
}
