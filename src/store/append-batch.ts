import { TraceError, type RunBatch } from "#pillars/trace";
import type { Database, HeadRow } from "./database.ts";

/**
 * Adds a batch to a run's log if the log still ends where the writer believes. All of it is asked for at once, in a transaction without a
 * library in between, because a run waits for this at every step: when the stored head turns out to be another, what was added goes with
 * the transaction.
 * @throws TraceError `fork`, or what the database says.
 */
export async function appendBatch(database: Database, origin: string, batch: RunBatch): Promise<void> {
  // A question opens it, unless it was closed on purpose.
  if (!database.isOpen()) await database.heads.get(origin);
  const { lines, disclosures, checkpoint, expected } = batch;
  const durability = checkpoint === undefined ? batch.durability : "strict";
  const transaction = database
    .backendDB()
    .transaction(["lines", "disclosures", "heads", "checkpoints"], "readwrite", { durability });
  const [ended, refuse] = endOf(transaction);
  const heads = transaction.objectStore("heads");
  withResult(heads.get(origin), (stored: HeadRow | undefined) => {
    if (!continues(stored, batch)) return refuse(new TraceError("fork"));
    const { size, prev } = batch.head;
    const put = (opened: number) => {
      heads.put({ origin, size, prev, opened } satisfies HeadRow);
      transaction.commit();
    };
    if (stored === undefined) lastOpened(heads, (opened) => put(opened + 1));
    else put(stored.opened);
  });
  try {
    for (const [at, line] of lines.entries())
      transaction.objectStore("lines").add({ origin, seq: expected.size + at, line });
    for (const { seq, field, text } of disclosures)
      transaction.objectStore("disclosures").add({ origin, seq, field, text });
    if (checkpoint !== undefined) transaction.objectStore("checkpoints").add({ origin, ...checkpoint });
  } catch (problem) {
    // A request that is refused at once does not end the transaction by itself: the head would move on without its lines.
    refuse(problem);
  }
  await ended;
}

function continues(stored: HeadRow | undefined, { expected, head, lines }: RunBatch): boolean {
  if (head.size !== expected.size + lines.length) return false;
  return stored === undefined ? expected.size === 0 : stored.size === expected.size && stored.prev === expected.prev;
}

function lastOpened(heads: IDBObjectStore, then: (opened: number) => void): void {
  withResult(heads.index("opened").openCursor(undefined, "prev"), (cursor) => {
    const last: HeadRow | undefined = cursor?.value;
    then(last?.opened ?? 0);
  });
}

function withResult<Result>(request: IDBRequest<Result>, then: (result: Result) => void): void {
  request.addEventListener("success", () => then(request.result));
}

/** Settles with the transaction; `refuse` undoes it for a reason of one's own. */
function endOf(transaction: IDBTransaction): [Promise<void>, (reason: unknown) => void] {
  let reason: unknown;
  const ended = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () =>
      reject(reason ?? transaction.error ?? new Error("The write was undone.")),
    );
  });
  const refuse = (because: unknown) => {
    reason = because;
    transaction.abort();
  };
  return [ended, refuse];
}
