import { fullPython } from "#pillars/sandbox";

/**
 * The files of CPython and its library as the Pyodide project publishes them (MPL-2.0), which Gatehouse never brings along: a
 * person downloads them. No byte of them is used that has another digest.
 */
export const published = {
  ...fullPython,
  address: `https://cdn.jsdelivr.net/npm/${fullPython.name}@${fullPython.version}/`,
  engine: {
    file: "pyodide.asm.wasm",
    bytes: 9_598_218,
    sha256: "cc36e3cab04fdfc9a63ff13eb52eae2b911bf46c025cc7b281f394bd3de1d5e6",
  },
  library: {
    file: "python_stdlib.zip",
    bytes: 2_545_637,
    sha256: "fa1957e5777068fc4f7437f96d860ae2fbe9c19732ba06c84e004ec16dd7dd7a",
  },
} as const;

export type PublishedFile = typeof published.engine | typeof published.library;

/** Those files. */
export interface PublishedFiles {
  readonly engine: Uint8Array<ArrayBuffer>;
  readonly library: Uint8Array<ArrayBuffer>;
}

/** Both files, read in whatever way. */
export async function readPublished(
  read: (file: PublishedFile) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<PublishedFiles> {
  const [engine, library] = await Promise.all([read(published.engine), read(published.library)]);
  return { engine, library };
}
