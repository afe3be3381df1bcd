import { scanRun, TraceError } from "#pillars/trace";
import { createBulkHash } from "#pillars/trace/bulk-hash";
import { createDexieTraceStore, openDatabases } from "#store";
import { readPageOf } from "./brief.ts";
import type { ScanAnswer, ScanQuestion } from "./scan-line.ts";

/** Reads one run to its end, away from the page, which goes on scrolling meanwhile. */
const answer = (message: ScanAnswer) => self.postMessage(message);

self.addEventListener("message", ({ data }: MessageEvent<ScanQuestion>) => {
  void readAll(data).then(
    () => answer({ kind: "end" }),
    (problem: unknown) => answer({ kind: problem instanceof TraceError ? "broken" : "failed" }),
  );
});

async function readAll({ database, origin, vkey, first }: ScanQuestion): Promise<void> {
  const databases = openDatabases(database);
  const hash = await createBulkHash();
  for await (const page of scanRun(createDexieTraceStore(databases), origin, vkey, { first, next: 500 }, hash)) {
    // The page has the first ones already.
    if (page[0]?.seq === 0) continue;
    answer({ kind: "page", ...readPageOf(page) });
  }
  databases.close();
}
