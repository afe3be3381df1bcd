import type { ShelfRepository } from "#store";

/**
 * The shelf before its database is open. Where no run was ever made there is no database: then whoever watches sees an
 * empty shelf, and nothing is fetched, until the first run opens it.
 */
export function createLateShelf(open: () => Promise<ShelfRepository>, exists: () => Promise<boolean>) {
  const waiting = new Set<(shelf: ShelfRepository) => void>();
  let opening: Promise<ShelfRepository> | undefined;
  let opened: ShelfRepository | undefined;

  async function openNow(): Promise<ShelfRepository> {
    opening ??= open().catch((problem: unknown) => {
      opening = undefined;
      throw problem;
    });
    opened = await opening;
    for (const attach of waiting) attach(opened);
    waiting.clear();
    return opened;
  }

  function follow(subscribe: (shelf: ShelfRepository) => () => void, showEmpty: () => void): () => void {
    let stop: (() => void) | undefined;
    let isOver = false;
    const attach = (shelf: ShelfRepository): void => {
      if (!isOver) stop = subscribe(shelf);
    };
    if (opened === undefined) {
      waiting.add(attach);
      void exists()
        .then(async (found) => {
          if (found) await openNow();
          else showEmpty();
        })
        .catch(showEmpty);
    } else attach(opened);
    return () => {
      isOver = true;
      waiting.delete(attach);
      stop?.();
    };
  }

  const shelf: ShelfRepository = {
    put: async (run) => (await openNow()).put(run),
    get: async (runId) => ((await isThere()) ? (await openNow()).get(runId) : undefined),
    list: async () => ((await isThere()) ? (await openNow()).list() : []),
    ofFlow: async (flowId) => ((await isThere()) ? (await openNow()).ofFlow(flowId) : []),
    summarise: async (runId, summary) => (await openNow()).summarise(runId, summary),
    running: async () => ((await isThere()) ? (await openNow()).running() : []),
    watch: (listener) =>
      follow(
        (from) => from.watch(listener),
        () => listener([]),
      ),
    watchFlows: (since, listener) =>
      follow(
        (from) => from.watchFlows(since, listener),
        () => listener(new Map()),
      ),
    watchWaiting: (listener) =>
      follow(
        (from) => from.watchWaiting(listener),
        () => listener(0),
      ),
  };

  async function isThere(): Promise<boolean> {
    return opened !== undefined || exists();
  }

  return { shelf, openNow };
}

/** True when this browser has a database of that name. Where it cannot say, it is taken to have one. */
export async function hasDatabase(name: string): Promise<boolean> {
  const known = await indexedDB.databases().catch(() => undefined);
  return known === undefined || known.some((each) => each.name === name);
}
