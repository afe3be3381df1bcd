import type { World } from "../python/surroundings.ts";
import type { PythonMemory } from "./memory.ts";

/** Errors in the numbering of the build's C library (wasi's). */
export const errors = { badStream: 8, noEntry: 44, notSupported: 52, noTerminal: 59, readOnly: 69 } as const;

/** Where the interpreter looks for its library first, as its prefix is `/`. */
const libraryPath = "/lib/python314.zip";

const folders: ReadonlySet<string> = new Set(["/", "/lib", "/lib/python3.14", "/lib/python3.14/lib-dynload"]);
/** The streams for input, output and errors, and the one by which the prelude speaks to the driver. */
export const stream = { input: 0, output: 1, errors: 2, driver: 3 } as const;

/** The file type bits of POSIX with what everybody may do. */
const mode = { folder: 0o40_555, file: 0o100_444, device: 0o20_666 } as const;
const [statBytes, streamBytes] = [96, 24];
const [accessBits, readOnly] = [3, 0];
/** Kinds of streams as WASI numbers them. */
const [device, regular] = [2, 4];
/** From where a place in a file is counted. */
const from = { start: 0, here: 1 } as const;

/** Where each open stream of the library is read on. */
type Open = Map<number, { at: number }>;

/**
 * The imports for files and streams. Paths lead to the library and its folders, or nowhere.
 * @param library the one file that there is; nobody can write it.
 */
export function fileImports(memory: PythonMemory, library: Uint8Array, write: World["write"]) {
  const open: Open = new Map();
  return { ...pathImports(memory, library.length, open), ...streamImports(memory, library, open, write) };
}

function pathImports(memory: PythonMemory, size: number, open: Open) {
  let next: number = stream.driver + 1;

  function statPath(path: number, address: number): number {
    const name = memory.textAt(path);
    if (name === libraryPath) return writeStat(memory, address, mode.file, size);
    return folders.has(name) ? writeStat(memory, address, mode.folder, 0) : -errors.noEntry;
  }

  return {
    __syscall_stat64: statPath,
    __syscall_lstat64: statPath,
    __syscall_newfstatat: (_folder: number, path: number, address: number) => statPath(path, address),
    __syscall_fstat64(file: number, address: number) {
      if (file <= stream.driver) return writeStat(memory, address, mode.device, 0);
      return open.has(file) ? writeStat(memory, address, mode.file, size) : -errors.badStream;
    },
    __syscall_openat(_folder: number, path: number, flags: number) {
      if (memory.textAt(path) !== libraryPath) return -errors.noEntry;
      if ((flags & accessBits) !== readOnly) return -errors.readOnly;
      open.set(next, { at: 0 });
      return next++;
    },
    __syscall_getcwd: (address: number) => memory.writeText(address, "/"),
    __syscall_ioctl: () => -errors.noTerminal,
    __syscall_umask_js: () => 0o022,
  };
}

function streamImports(memory: PythonMemory, library: Uint8Array, open: Open, write: World["write"]) {
  return {
    fd_close: (file: number) => (open.delete(file) ? 0 : errors.badStream),
    fd_fdstat_get(file: number, address: number) {
      memory.bytes().fill(0, address, address + streamBytes);
      memory.view().setUint8(address, file <= stream.driver ? device : regular);
      return 0;
    },
    fd_read(file: number, list: number, count: number, readAt: number) {
      const opened = open.get(file);
      if (opened === undefined && file !== stream.input) return errors.badStream;
      let total = 0;
      for (const piece of opened === undefined ? [] : pieces(memory, list, count)) {
        const part = library.subarray(opened?.at, (opened?.at ?? 0) + piece.length);
        piece.set(part);
        if (opened) opened.at += part.length;
        total += part.length;
      }
      memory.view().setUint32(readAt, total, true);
      return 0;
    },
    fd_seek(file: number, offset: bigint, whence: number, positionAt: number) {
      const opened = open.get(file);
      if (opened === undefined) return errors.badStream;
      const base = whence === from.start ? 0 : whence === from.here ? opened.at : library.length;
      opened.at = Math.max(0, base + Number(offset));
      memory.view().setBigInt64(positionAt, BigInt(opened.at), true);
      return 0;
    },
    fd_write(file: number, list: number, count: number, writtenAt: number) {
      if (file === stream.input || file > stream.driver) return errors.badStream;
      let total = 0;
      for (const piece of pieces(memory, list, count)) {
        write(file, piece);
        total += piece.length;
      }
      memory.view().setUint32(writtenAt, total, true);
      return 0;
    },
  };
}

/** The C library's `struct stat`. */
function writeStat(memory: PythonMemory, address: number, kind: number, size: number): 0 {
  memory.bytes().fill(0, address, address + statBytes);
  const view = memory.view();
  view.setUint32(address, 1, true);
  view.setUint32(address + 4, kind, true);
  view.setUint32(address + 8, 1, true);
  view.setBigInt64(address + 24, BigInt(size), true);
  view.setUint32(address + 32, 4_096, true);
  view.setBigInt64(address + 88, BigInt(kind), true);
  return 0;
}

/** The pieces of memory that a read or write names. */
function pieces(memory: PythonMemory, list: number, count: number): Uint8Array[] {
  const view = memory.view();
  return Array.from({ length: count }, (_, at) => {
    const address = view.getUint32(list + 8 * at, true);
    return memory.bytes().subarray(address, address + view.getUint32(list + 8 * at + 4, true));
  });
}
