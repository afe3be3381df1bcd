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

/** Steps that are asked of the database at a time: each question costs it as much as many rows. */
const asked = 2_000;
/** Steps that are told at a time: the page takes them in between two frames. */
const told = 500;

async function readAll({ database, origin, vkey, first }: ScanQuestion): Promise<void> {
  const databases = openDatabases(database);
  const hash = await createBulkHash();
  for await (const page of scanRun(createDexieTraceStore(databases), origin, vkey, { first, next: asked }, hash)) {
    // The page has the first ones already.
    if (page[0]?.seq === 0) continue;
    for (let from = 0; from < page.length; from += told)
      answer({ kind: "page", ...readPageOf(page.slice(from, from + told)) });
  }
  databases.close();
}
