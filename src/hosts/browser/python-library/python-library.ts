import { published, readPublished, type PublishedFile, type PublishedFiles } from "#hosts/sandbox/guest/pyodide";
import { createStoredFiles } from "../stored-files.ts";
import { prepareParcel } from "./prepare.ts";

/** The full Python library of this browser: fetched when a person says so, checked whenever it is read, removable. */
export interface PythonLibrary {
  /** What would be fetched: its version, from which host, and how many bytes it has. */
  readonly about: { readonly version: string; readonly host: string; readonly bytes: number };
  isHere(): Promise<boolean>;
  /**
   * Fetches what is missing. Rejects with one sentence.
   * @param onBytes hears how many of `about.bytes` are here.
   */
  download(onBytes: (bytes: number) => void, signal: AbortSignal): Promise<void>;
  remove(): Promise<void>;
  /** What a wall takes (`packParcel`); undefined where a file is missing or is not the one that it should be. */
  parcel(): Promise<Blob | undefined>;
}

const files: readonly PublishedFile[] = [published.engine, published.library];

export function createPythonLibrary(name = "gatehouse-python"): PythonLibrary {
  const stored = createStoredFiles({
    name,
    foreign: "What came is not the Python library that was asked for, so it was thrown away.",
  });
  /** Made once a page; both the runs and the trials take it. */
  let prepared: Promise<Blob | undefined> | undefined;

  async function isHere(): Promise<boolean> {
    return (await Promise.all(files.map(({ sha256 }) => stored.has(sha256)))).every(Boolean);
  }

  async function prepare(): Promise<Blob | undefined> {
    const read = await readAll().catch(() => undefined);
    return read === undefined ? undefined : prepareParcel(read);
  }

  async function readAll(): Promise<PublishedFiles> {
    return readPublished(async ({ sha256 }) => {
      const bytes = await stored.read(sha256);
      if (bytes === undefined) throw new Error("A file of the Python library is missing.");
      return bytes;
    });
  }

  async function parcel(): Promise<Blob | undefined> {
    if (!(await isHere())) prepared = undefined;
    else prepared ??= prepare();
    try {
      const made = await prepared;
      if (made === undefined) prepared = undefined;
      return made;
    } catch (fault) {
      prepared = undefined;
      throw fault;
    }
  }

  return {
    about: {
      version: published.python,
      host: new URL(published.address).host,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    isHere,
    async download(onBytes, signal) {
      let done = 0;
      for (const { file, sha256, bytes } of files) {
        const before = done;
        const watch = { signal, onBytes: (more: number) => onBytes(before + Math.min(more, bytes)) };
        if (!(await stored.has(sha256))) await stored.fetch(`${published.address}${file}`, sha256, watch);
        done += bytes;
        onBytes(done);
      }
      // Made ready while the person reads on; whoever runs code asks again and hears why not.
      parcel().catch(() => undefined);
    },
    async remove() {
      prepared = undefined;
      for (const { sha256 } of files) await stored.remove(sha256);
    },
    parcel,
  };
}
