import { createHash } from "node:crypto";
import { open, stat, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import type { z } from "zod";
import { TraceError } from "#pillars/trace";
import { withFileLock } from "./file-lock.ts";
import { absent, makeFolder, privateFile, syncFolder, writePrivately } from "./private-file.ts";

/** Other appends are short; who waits longer than this for one meets a stuck process. */
const patienceMs = 10_000;

export interface RecordFileOptions<Entry, State> {
  readonly path: string;
  readonly schema: z.ZodType<Entry>;
  readonly empty: () => State;
  /** Takes one more record into the state, in place. */
  readonly fold: (state: State, record: Entry) => void;
  /** Told when a torn end was cut off: how many bytes of an unfinished record. */
  readonly onCut: (path: string, bytes: number) => void;
}

/**
 * A file of JSON lines that only grows. One line is one record and carries a digest of itself: a process that is killed in
 * the middle of a write leaves a torn last line, which nobody has been told is stored; it is left out, and cut off by the
 * next append. Damage anywhere else is never repaired.
 */
export interface RecordFile<Entry, State> {
  /** The state of the records that are in the file now. */
  read(): Promise<State>;
  /**
   * Adds one record, alone among all processes. `admit` sees the state first and throws to refuse.
   * @param sync on disk when the promise resolves; otherwise with the operating system, which a killed process cannot lose.
   */
  append(record: Entry, sync: boolean, admit: (state: State) => void): Promise<void>;
  /** Puts a changed copy of every record in place of the file. */
  rewrite(change: (record: Entry) => Entry): Promise<void>;
}

export function openRecordFile<Entry, State>(options: RecordFileOptions<Entry, State>): RecordFile<Entry, State> {
  const { path, schema, fold } = options;
  let known = { inode: -1, bytes: 0, state: options.empty() };

  // Looks and writes of this process take turns, or two looks would both take in the same new records.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  /** Reads what was added since the last look; returns how many bytes of a torn record follow. */
  async function refresh(): Promise<number> {
    const found = await stat(path).catch(absent);
    if (found === undefined) {
      known = { inode: -1, bytes: 0, state: options.empty() };
      return 0;
    }
    if (found.ino !== known.inode || found.size < known.bytes)
      known = { inode: found.ino, bytes: 0, state: options.empty() };
    if (found.size === known.bytes) return 0;
    const tail = await readFrom(path, known.bytes, found.size);
    const { records, bytes } = readRecords(tail, schema);
    for (const record of records) fold(known.state, record);
    known = { ...known, bytes: known.bytes + bytes };
    return tail.length - bytes;
  }

  const exclusively = (work: () => Promise<void>): Promise<void> =>
    inTurn(async () => {
      await makeFolder(dirname(path));
      const done = await withFileLock(`${path}.lock`, patienceMs, work);
      if (done === undefined) throw new TraceError("store-failed", "another process holds the file");
    });

  return {
    read: () =>
      inTurn(async () => {
        await refresh();
        return known.state;
      }),
    append: (record, sync, admit) =>
      exclusively(async () => {
        const torn = await refresh();
        admit(known.state);
        const line = Buffer.from(writeRecord(record));
        const inode = await appendLine({ path, line, at: known.bytes, isNew: known.inode === -1, torn, sync });
        if (torn > 0) options.onCut(path, torn);
        fold(known.state, record);
        known = { ...known, inode, bytes: known.bytes + line.length };
      }),
    rewrite: (change) =>
      exclusively(async () => {
        await refresh();
        const { records } = readRecords(await readFrom(path, 0, known.bytes), schema);
        await writePrivately(path, records.map((record) => writeRecord(change(record))).join(""));
        await refresh();
      }),
  };
}

interface Line {
  readonly path: string;
  readonly line: Buffer;
  readonly at: number;
  readonly isNew: boolean;
  readonly torn: number;
  readonly sync: boolean;
}

/** Resolves with the file's inode: another one later means that the file was replaced. */
async function appendLine({ path, line, at, isNew, torn, sync }: Line): Promise<number> {
  const handle = await open(path, isNew ? "wx" : "r+", privateFile);
  try {
    if (torn > 0) await handle.truncate(at);
    await writeWhole(handle, line, at);
    if (sync) await handle.datasync();
    if (isNew) await syncFolder(dirname(path));
    return (await handle.stat()).ino;
  } finally {
    await handle.close();
  }
}

/** A full disk leaves the file as it was. */
async function writeWhole(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;)
      done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
  } catch (problem) {
    await handle.truncate(at);
    throw problem;
  }
}

function writeRecord(record: unknown): string {
  const json = JSON.stringify(record);
  return `{"sum":"${sumOf(json)}","record":${json}}\n`;
}

function sumOf(json: string): string {
  return createHash("sha256").update(json).digest("hex").slice(0, 32);
}

const line = /^\{"sum":"([0-9a-f]{32})","record":(.*)\}$/su;

/** The whole records at the start of `tail`. What follows them may be one torn record, and nothing after it. */
function readRecords<Entry>(tail: Buffer, schema: z.ZodType<Entry>): { records: Entry[]; bytes: number } {
  const records: Entry[] = [];
  let bytes = 0;
  for (let end = tail.indexOf(10); end !== -1; end = tail.indexOf(10, bytes)) {
    const [, sum, json] = line.exec(tail.toString("utf8", bytes, end)) ?? [];
    if (json === undefined || sum !== sumOf(json)) {
      // A killed process leaves the beginning of a line and never its end.
      throw new TraceError("bad-line", `stored at byte ${bytes}`);
    }
    records.push(schema.parse(JSON.parse(json)));
    bytes = end + 1;
  }
  return { records, bytes };
}

async function readFrom(path: string, from: number, to: number): Promise<Buffer> {
  const handle = await open(path, "r");
  try {
    const bytes = Buffer.alloc(to - from);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
