import { equalBytes } from "./bytes.ts";
import { openCheckpoint, type Checkpoint } from "./checkpoint.ts";
import type { TracedEvent } from "./event.ts";
import { readLine } from "./line.ts";
import { createLogReading } from "./log.ts";
import type { Sha256 } from "./merkle.ts";
import { createEventReader, openValues, readEvents } from "./read.ts";
import { parseVkey } from "./signed-note.ts";
import type { TraceStore } from "./store.ts";
import { TraceError } from "./trace-error.ts";

/** Steps in the first page, so that something can be shown at once, and in each page after it. */
export interface ScanPages {
  readonly first: number;
  readonly next: number;
}

/**
 * A run's events page by page by key range, as far as its head says that it went when the reading began. Makes the checks of
 * `loadRun`, each page before it is handed out: every line follows from the one before, every value fits its digest; and when
 * the lines of the last checkpoint have gone by, they are what was signed. `hash` is a faster SHA-256 where there is one. Throws
 * TraceError as `loadRun` does.
 */
export async function* scanRun(
  store: TraceStore,
  origin: string,
  vkey: string,
  pages: ScanPages,
  hash?: Sha256,
): AsyncGenerator<readonly TracedEvent[]> {
  const size = (await store.head(origin))?.size ?? 0;
  const note = (await store.checkpoints(origin)).at(-1)?.note;
  const signed = note === undefined ? undefined : openCheckpoint(note, [parseVkey(vkey)]).checkpoint;
  if (signed !== undefined && (signed.origin !== origin || size < signed.size)) throw new TraceError("truncated");
  const reader = createEventReader(origin);
  const log = createLogReading(origin, hash);
  const ask = (from: number) =>
    readPage(store, origin, from, Math.min(size, from + (from === 0 ? pages.first : pages.next)));
  let coming = ask(0);
  while (log.size < size) {
    const isFirst = log.size === 0;
    const { lines, bySeq, to } = await coming;
    // Whoever looks at the first page alone causes no more reading.
    if (!isFirst && to < size) coming = ask(to);
    const events = lines.map((text) => {
      const line = readLine(text);
      log.take(line, text);
      if (log.size === signed?.size) requireSigned(log.root(), signed);
      return reader.read(line, openValues(line, bySeq.get(line.seq) ?? [], hash));
    });
    yield events;
    if (isFirst && to < size) coming = ask(to);
  }
}

/** The store looks for one page while another is checked. */
function readPage(store: TraceStore, origin: string, from: number, to: number) {
  const page = Promise.all([store.lines(origin, from, to), store.disclosures(origin, from, to)]).then(
    ([lines, disclosures]) => {
      if (lines.length < to - from) throw new TraceError("truncated");
      return { lines, bySeq: Map.groupBy(disclosures, ({ seq }) => seq), to };
    },
  );
  // Nobody may come for it any more.
  page.catch(() => undefined);
  return page;
}

function requireSigned(root: Uint8Array, signed: Checkpoint): void {
  if (!equalBytes(root, signed.root)) throw new TraceError("bad-checkpoint", "not this log");
}

/** One stored step with its whole values; undefined when the log does not go so far. Its parent is not looked for. */
export async function readStep(store: TraceStore, origin: string, seq: number): Promise<TracedEvent | undefined> {
  const [lines, disclosures] = await Promise.all([
    store.lines(origin, seq, seq + 1),
    store.disclosures(origin, seq, seq + 1),
  ]);
  return readEvents(origin, lines, disclosures)[0];
}
