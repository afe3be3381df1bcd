import type { RunEvent } from "#engine";
import { readStep, scanRun, type TraceStore } from "#pillars/trace";
import { createDexieTraceStore, type Databases, type ShelvedRun } from "#store";
import { runEventOf } from "#hosts/workspace";
import { readPageOf, type ReadPage } from "./brief.ts";
import { scanAway } from "./scan-line.ts";

export type { ReadPage } from "./brief.ts";

/** Runs as they stand in the store, without what is needed to run anything. */
export interface RunReader {
  /** How many steps are stored. */
  size(run: ShelvedRun): Promise<number>;
  /** The first steps in short, checked. Throws TraceError as `pages` does. */
  firstPage(run: ShelvedRun): Promise<readonly RunEvent[]>;
  /**
   * The steps in short, page by page, each checked before it comes. The first page is read here, the rest by a worker.
   * Throws TraceError when the log contradicts itself.
   */
  pages(run: ShelvedRun): AsyncGenerator<ReadPage>;
  /** One step with its whole values. */
  step(run: ShelvedRun, seq: number): Promise<RunEvent | undefined>;
}

/** Rows that fill any screen. */
const firstPage = 200;

export function createRunReader(databases: Databases): RunReader {
  const store = createDexieTraceStore(databases);
  return {
    size: async ({ origin }) => (await store.head(origin))?.size ?? 0,
    firstPage: async (run) => (await firstOf(store, run)).events,
    async *pages(run) {
      const size = (await store.head(run.origin))?.size ?? 0;
      yield await firstOf(store, run);
      if (size <= firstPage) return;
      const { origin, vkey } = run;
      yield* scanAway({ database: databases.name, origin, vkey, first: firstPage });
    },
    async step({ origin }, seq) {
      const step = await readStep(store, origin, seq);
      return step && runEventOf(step);
    },
  };
}

async function firstOf(store: TraceStore, { origin, vkey }: ShelvedRun): Promise<ReadPage> {
  const page = await scanRun(store, origin, vkey, { first: firstPage, next: firstPage }).next();
  return readPageOf(page.done === true ? [] : page.value);
}
