import { randomUUID } from "node:crypto";
import { rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  TraceError,
  type LedgerBatch,
  type LedgerHead,
  type RunBatch,
  type RunHead,
  type SignedCheckpoint,
  type StoredDisclosure,
  type TraceStore,
} from "#pillars/trace";
import { namesIfThere, readIfThere } from "./private-file.ts";
import { openRecordFile, type RecordFile } from "./record-file.ts";
import {
  batchRecord,
  emptyLedger,
  emptyLog,
  foldBatch,
  foldLedger,
  ledgerHeadOf,
  ledgerRecord,
  nameOf,
  requireContinues,
  type BatchRecord,
  type LedgerRecord,
  type StoredLedger,
  type StoredLog,
} from "./trace-records.ts";

/** Told when the unfinished last write of a killed process was cut off; nothing that was acknowledged is in it. */
export type OnCut = (path: string, bytes: number) => void;

/**
 * Traces in a folder: `runs/<run id>/trace.jsonl`, one line a batch, and `ledger.jsonl`. A batch is in the file whole or
 * not at all, whatever kills the process; two processes that write one run meet TraceError `fork`.
 */
export class NodeTraceStore implements TraceStore {
  readonly #folder: string;
  readonly #onCut: OnCut;
  readonly #ledger: RecordFile<LedgerRecord, StoredLedger>;
  readonly #logs = new Map<string, RecordFile<BatchRecord, StoredLog>>();

  constructor(folder: string, onCut: OnCut = () => undefined) {
    this.#folder = folder;
    this.#onCut = onCut;
    this.#ledger = openRecordFile({
      path: ledgerPath(folder),
      schema: ledgerRecord,
      empty: emptyLedger,
      fold: foldLedger,
      onCut,
    });
  }

  async runs(): Promise<readonly string[]> {
    const folder = join(this.#folder, "runs");
    const names = await namesIfThere(folder);
    const found = await Promise.all(
      names.map(async (name) => ({
        born: (await stat(join(folder, name))).birthtimeMs,
        origin: (await this.#logIn(name).read()).origin,
      })),
    );
    return found
      .filter(({ origin }) => origin !== "")
      .sort((a, b) => a.born - b.born)
      .map(({ origin }) => origin);
  }

  async head(origin: string): Promise<RunHead | undefined> {
    // The mark first: a process that writes meanwhile puts it behind what it has stored.
    const sealed = await markAt(this.#sealedPath(origin));
    const { head } = await this.#read(origin);
    if ((head?.size ?? 0) < sealed) throw new TraceError("truncated");
    return head;
  }

  async append(origin: string, batch: RunBatch): Promise<void> {
    const { durability, lines, disclosures, ...rest } = batch;
    const record = { origin, ...rest, lines: [...lines], disclosures: [...disclosures] };
    await this.#log(origin).append(record, durability === "strict", (log) => requireContinues(log, record));
    if (batch.checkpoint !== undefined) await mark(this.#sealedPath(origin), batch.checkpoint.size);
  }

  async lines(origin: string, from: number, to: number): Promise<readonly string[]> {
    return (await this.#read(origin)).lines.slice(from, to);
  }

  async disclosures(origin: string, from: number, to: number): Promise<readonly StoredDisclosure[]> {
    const { erased } = await this.#readLedger();
    const asked = (await this.#read(origin)).disclosures.filter(({ seq }) => seq >= from && seq < to);
    const kept = asked.filter((value) => !erased.has(nameOf(origin, value)));
    // A process that died between the record of an erasure and the erasure itself left the value behind.
    if (kept.length < asked.length) await this.#erase(origin, erased);
    return kept.sort(byStepThenField);
  }

  async checkpoints(origin: string): Promise<readonly SignedCheckpoint[]> {
    return [...(await this.#read(origin)).checkpoints];
  }

  async ledgerHead(): Promise<LedgerHead> {
    return ledgerHeadOf(await this.#readLedger());
  }

  async ledgerLines(from: number, to: number): Promise<readonly string[]> {
    return (await this.#readLedger()).lines.slice(from, to);
  }

  async appendLedger({ expected, lines, checkpoint, range, erase }: LedgerBatch): Promise<void> {
    await this.#readLedger();
    await this.#ledger.append(
      { expected, lines: [...lines], checkpoint, range: [...range], erase: [...erase] },
      true,
      (ledger) => {
        if (ledger.lines.length !== expected) throw new TraceError("fork");
      },
    );
    await mark(this.#ledgerMark(), expected + lines.length);
    const { erased } = await this.#readLedger();
    for (const origin of new Set(erase.map((value) => value.origin))) await this.#erase(origin, erased);
  }

  #erase(origin: string, erased: ReadonlySet<string>): Promise<void> {
    return this.#log(origin).rewrite((batch) => ({
      ...batch,
      disclosures: batch.disclosures.filter((value) => !erased.has(nameOf(origin, value))),
    }));
  }

  async #readLedger(): Promise<StoredLedger> {
    const sealed = await markAt(this.#ledgerMark());
    const ledger = await this.#ledger.read();
    if (ledger.lines.length < sealed) throw new TraceError("truncated", "the ledger");
    return ledger;
  }

  #ledgerMark(): string {
    return join(this.#folder, "ledger.sealed");
  }

  #sealedPath(origin: string): string {
    return join(this.#folder, "runs", folderOf(origin), "sealed");
  }

  async #read(origin: string): Promise<StoredLog> {
    const log = await this.#log(origin).read();
    if (log.origin !== "" && log.origin !== origin) throw new TraceError("bad-line", "another run");
    return log;
  }

  #log(origin: string): RecordFile<BatchRecord, StoredLog> {
    return this.#logIn(folderOf(origin));
  }

  #logIn(name: string): RecordFile<BatchRecord, StoredLog> {
    const known = this.#logs.get(name);
    if (known !== undefined) return known;
    const log = openRecordFile({
      path: join(this.#folder, "runs", name, "trace.jsonl"),
      schema: batchRecord,
      empty: emptyLog,
      fold: foldBatch,
      onCut: this.#onCut,
    });
    this.#logs.set(name, log);
    return log;
  }
}

/** How far a log was signed, kept beside it: a log that is shorter was cut by something other than a crash. */
async function mark(path: string, size: number): Promise<void> {
  // Several processes may mark at once, each with a file of its own.
  const next = `${path}.${randomUUID()}.next`;
  await writeFile(next, String(size), { mode: 0o600 });
  await rename(next, path);
}

async function markAt(path: string): Promise<number> {
  return Number((await readIfThere(path)) ?? 0);
}

/** Where a state folder has its ledger. */
export function ledgerPath(folder: string): string {
  return join(folder, "ledger.jsonl");
}

/** A run's origin is `<workspace>/run/<run id>`; its id names the folder, so it must be a plain name. */
export function folderOf(origin: string): string {
  const id = /\/run\/([a-z0-9][a-z0-9-]{0,63})$/u.exec(origin)?.[1];
  if (id === undefined) throw new TraceError("bad-key", "this run's name cannot be a folder");
  return id;
}

function byStepThenField(a: StoredDisclosure, b: StoredDisclosure): number {
  return a.seq - b.seq || (a.field < b.field ? -1 : Number(a.field > b.field));
}
