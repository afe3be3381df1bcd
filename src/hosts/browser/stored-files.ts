import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { digestOfFile } from "#hosts/transformer";
import { createEgress } from "#providers";

interface Tables extends DBSchema {
  readonly files: { key: string; value: Blob };
}

type FileRefusal = "foreign" | "too-large" | "no-file";

/** Why a file is not kept, with one sentence. */
class FileRefused extends Error {
  readonly code: FileRefusal;

  constructor(code: FileRefusal, sentence: string) {
    super(sentence);
    this.name = "FileRefused";
    this.code = code;
  }
}

/** How a fetch goes on, for whoever waits for it. */
export interface FetchWatch {
  readonly signal?: AbortSignal;
  /** With how many bytes came in so far. */
  readonly onBytes?: (bytes: number) => void;
}

/** Files that a person brought, each under its SHA-256, in a database of their own. */
export interface StoredFiles {
  has(sha256: string): Promise<boolean>;
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Keeps a file that a person chose, and says its SHA-256. */
  keep(file: Blob): Promise<string>;
  /**
   * Fetches a file from an address that a person has just agreed to, and says its SHA-256. Where `sha256` says already what
   * it has to be, nothing else is kept. Rejects with one sentence.
   */
  fetch(address: string, sha256: string, watch?: FetchWatch): Promise<string>;
  remove(sha256: string): Promise<void>;
}

export interface StoredFilesOptions {
  /** Of the database. */
  readonly name: string;
  /** Why a file is thrown away that is not the one named. */
  readonly foreign: string;
}

/** More than any file has that is kept here: beyond it a browser would run out of memory in the middle of a chat. */
const mostBytes = 2 ** 30;

export function createStoredFiles({ name, foreign }: StoredFilesOptions): StoredFiles {
  let opened: Promise<IDBPDatabase<Tables>> | undefined;
  const database = () => {
    opened ??= openDB<Tables>(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore("files"),
      terminated: () => (opened = undefined),
    });
    return opened;
  };
  const keep = async (file: Blob, expected: string): Promise<string> => {
    if (file.size > mostBytes)
      throw new FileRefused("too-large", "This file has more than 1 GB, which is too large for a page.");
    const sha256 = await digestOfFile(new Uint8Array(await file.arrayBuffer()));
    if (expected !== "" && sha256 !== expected) throw new FileRefused("foreign", foreign);
    await (await database()).put("files", file, sha256);
    return sha256;
  };
  return {
    has: async (sha256) => (await (await database()).getKey("files", sha256)) !== undefined,
    async read(sha256) {
      const file = await (await database()).get("files", sha256);
      return file === undefined ? undefined : new Uint8Array(await file.arrayBuffer());
    },
    keep: (file) => keep(file, ""),
    async fetch(address, sha256, { signal, onBytes } = {}) {
      const response = await egressTo(address)(address, signal === undefined ? {} : { signal });
      if (!response.ok) throw new FileRefused("no-file", `The server answered with ${response.status} and no file.`);
      return keep(await counted(response, onBytes).blob(), sha256);
    },
    remove: async (sha256) => (await database()).delete("files", sha256),
  };
}

function counted(response: Response, onBytes: FetchWatch["onBytes"]): Response {
  if (onBytes === undefined || response.body === null) return response;
  let bytes = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      bytes += piece.length;
      onBytes(bytes);
      controller.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(counter));
}

/** To this one origin, without any key. */
function egressTo(address: string): typeof globalThis.fetch {
  return createEgress({
    allow: (origin) => ({ origin: new URL(address).origin === origin ? origin : "", configuredByPerson: false }),
    secret: async () => undefined,
    fetch: (input, init) => fetch(input, init),
  });
}
