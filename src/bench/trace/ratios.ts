import { createBulkHash } from "#pillars/trace/bulk-hash";
import { createChain, readSealedBytes, slicesOf, sourceOf, textSlices } from "#pillars/trace/passes";
import { exportRun, utf8, type NativeWork, type TraceStore } from "#pillars/trace";
import { inTurns, lengthRow, speedRow, type ProcessorClock, type RatioRow } from "./in-turns.ts";
import { checkPlainLog, plainLogOf } from "./plain-log.ts";
import { runOf, type RecordedRun } from "./recorded-run.ts";
import { RecordedStore } from "./recorded-store.ts";

const read = 5_000;
const readRounds = 15;
export const exported = 100_000;
const exportRounds = 7;

/** Reading a log: its bytes alone, and every line in its one form, beside a loop as logs without a tree have it. */
export async function readingRatios(processor?: ProcessorClock): Promise<RatioRow[]> {
  const run = await runOf(read);
  const content = utf8(run.lines.map((line) => `${line}\n`).join(""));
  const plainLog = await plainLogOf(run.lines);
  const hash = await createBulkHash();
  const noSizes: ReadonlySet<number> = new Set();
  const bytesPass = () => readSealedBytes(slicesOf(sourceOf(content)), noSizes, async () => undefined, hash);
  const strictPass = async () => {
    const chain = createChain(run.origin, await bytesPass(), hash);
    for await (const texts of textSlices(slicesOf(sourceOf(content)))) for (const text of texts) chain(text);
  };
  const works = [bytesPass, strictPass, () => checkPlainLog(plainLog)] as const;
  const [bytes, strict, plain] = await inTurns(works, readRounds, processor);
  return [
    speedRow("bytes pass, beside a plain hash chain", read, readRounds, bytes, plain),
    speedRow("strict pass, beside a plain hash chain", read, readRounds, strict, plain),
  ];
}

interface Exported {
  readonly run: RecordedRun;
  /** The store of the host that holds the same run; without it the run is read from memory alone. */
  readonly stored?: TraceStore;
  readonly native: NativeWork;
  /** The quickest gzip, of level 6, that the platform has for content that lies in memory as one run of bytes. */
  readonly gzip: (bytes: Uint8Array) => Promise<unknown>;
  readonly processor?: ProcessorClock;
}

/**
 * Writing a bundle of a long run beside packing its lines with gzip, and beside packing all that a bundle has to carry of it: the lines
 * and the shown values, one beside the other.
 */
export async function exportRatios({ run, stored, native, gzip, processor }: Exported): Promise<RatioRow[]> {
  const content = utf8(`${run.lines.join("\n")}\n`);
  const values = utf8(run.disclosures.map(({ text, seq }) => `{"d":"${text}","seq":${seq}}\n`).join(""));
  const memory = new RecordedStore(run);
  const write = (store: TraceStore) => exportRun(store, { ...run.facts, native }, run.workspace);
  const works = [
    () => write(memory),
    async () => stored && write(stored),
    () => gzip(content),
    () => Promise.all([gzip(content), gzip(values)]),
  ] as const;
  const [ours, fromStore, lines, both] = await inTurns(works, exportRounds, processor);
  const events = run.lines.length;
  const row = (what: string, taken: typeof ours, plain: typeof ours) =>
    lengthRow(what, events, exportRounds, taken, plain);
  return [
    row("export, beside gzip of its lines", ours, lines),
    row("export, beside gzip of its lines and values", ours, both),
    ...(stored === undefined ? [] : [row("export from the store, beside gzip of its lines", fromStore, lines)]),
  ];
}
