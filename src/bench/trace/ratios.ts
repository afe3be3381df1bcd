import { createBulkHash } from "#pillars/trace/bulk-hash";
import { createChain, readSealedBytes, slicesOf, sourceOf, textSlices } from "#pillars/trace/passes";
import { gzip } from "node:zlib";
import { promisify } from "node:util";
import { exportRun, MemoryTraceStore, utf8, type NativeWork } from "#pillars/trace";
import { runOf, type RecordedRun } from "./recorded-run.ts";

/** One thing against the plain way to do something like it, in turns within one process. */
export interface RatioRow {
  readonly what: string;
  readonly events: number;
  readonly rounds: number;
  /** Events a second, median over the rounds. */
  readonly ours: number;
  readonly plain: number;
  /** Ours through plain, of the medians; for the export, how many times as long it takes. */
  readonly ratio: number;
}

const rounds = 9;
const lines = 5_000;
const exported = 100_000;
const exportRounds = 7;

/** Reading a log: its bytes alone, and every line in its one form, beside a loop as logs without a tree have it. */
export async function readingRatios(): Promise<RatioRow[]> {
  const run = await runOf(lines);
  const content = utf8(run.lines.map((line) => `${line}\n`).join(""));
  const plainLog = await plainLogOf(run.lines);
  const hash = await createBulkHash();
  const noSizes: ReadonlySet<number> = new Set();
  const bytesPass = () => readSealedBytes(slicesOf(sourceOf(content)), noSizes, async () => undefined, hash);
  const strictPass = async () => {
    const chain = createChain(run.origin, await bytesPass());
    for await (const texts of textSlices(slicesOf(sourceOf(content)))) for (const text of texts) chain(text);
  };
  const [bytes, strict, plain] = await inTurns([bytesPass, strictPass, () => checkPlainLog(plainLog)]);
  return [
    rowOf("bytes pass, beside a plain hash chain", lines, bytes, plain),
    rowOf("strict pass, beside a plain hash chain", lines, strict, plain),
  ];
}

/**
 * Writing a bundle of a long run beside packing its lines with gzip, and beside packing all that a bundle has to carry of it: the lines
 * and the shown values, one beside the other. For both the content lies in memory as one run of bytes.
 */
export async function exportRatios(native: NativeWork): Promise<RatioRow[]> {
  const run = await runOf(exported);
  const store = new RecordedStore(run);
  const content = utf8(`${run.lines.join("\n")}\n`);
  const values = utf8(run.disclosures.map(({ text, seq }) => `{"d":"${text}","seq":${seq}}\n`).join(""));
  const pack = promisify<Uint8Array, unknown>(gzip);
  const write = () => exportRun(store, { ...run.facts, native }, run.workspace);
  const both = () => Promise.all([pack(content), pack(values)]);
  const [ours, plain, plainBoth] = await inTurns([write, () => pack(content), both], exportRounds);
  return [
    timesAsLong(rowOf("export, beside gzip of its lines", exported, ours, plain, exportRounds)),
    timesAsLong(rowOf("export, beside gzip of its lines and values", exported, ours, plainBoth, exportRounds)),
  ];
}

function timesAsLong(row: RatioRow): RatioRow {
  return { ...row, ratio: round(1 / row.ratio) };
}

/** A log as one would write it without a tree, a signature or one form of JSON: each line holds the hash of the one before. */
async function plainLogOf(from: readonly string[]): Promise<string> {
  let before = "";
  const out: string[] = [];
  for (const line of from) {
    const text = JSON.stringify({ ...JSON.parse(line), prev: before });
    out.push(text);
    before = await plainHash(text);
  }
  return out.join("\n");
}

async function checkPlainLog(log: string): Promise<void> {
  let before = "";
  for (const text of log.split("\n")) {
    const entry: { readonly prev: string } = JSON.parse(text);
    if (entry.prev !== before) throw new Error("The plain log does not fit together.");
    before = await plainHash(JSON.stringify(entry));
  }
}

async function plainHash(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", new Uint8Array(utf8(text)))).toString("hex");
}

/** The seconds of each, median over rounds in which every one has its turn, after one round that does not count. */
async function inTurns<const Works extends readonly (() => Promise<unknown>)[]>(
  works: Works,
  times?: number,
): Promise<{ [At in keyof Works]: number }>;
async function inTurns(works: readonly (() => Promise<unknown>)[], times = rounds): Promise<number[]> {
  const taken = works.map((): number[] => []);
  for (let turn = 0; turn <= times; turn += 1)
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (turn > 0) taken[at]?.push(performance.now() - start);
    }
  return taken.map((each) => median(each) / 1000);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rowOf(what: string, events: number, ours: number, plain: number, times = rounds): RatioRow {
  const rates = { ours: Math.round(events / ours), plain: Math.round(events / plain) };
  return { what, events, rounds: times, ...rates, ratio: round(plain / ours) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A recorded run as a store that gives it out, without what it takes to record one. */
class RecordedStore extends MemoryTraceStore {
  readonly #run: RecordedRun;
  constructor(run: RecordedRun) {
    super();
    this.#run = run;
  }
  override head = async () => ({ size: this.#run.lines.length, prev: "" });
  override lines = async (_origin: string, from: number, to: number) => this.#run.lines.slice(from, to);
  override disclosures = async () => this.#run.disclosures;
  override checkpoints = async () => this.#run.checkpoints;
  override ledgerHead = async () => this.#run.ledgerHead;
  override ledgerLines = async (from: number, to: number) => this.#run.ledgerLines.slice(from, to);
}
