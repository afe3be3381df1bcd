import type { PublishedFiles } from "#hosts/sandbox/guest/pyodide";

/**
 * Checks the files by their digests and makes them ready for a wall, in a worker: it takes the better part of a second.
 * Undefined where a file is not the one that it should be.
 */
export function prepareParcel({ engine, library }: PublishedFiles): Promise<Blob | undefined> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "python-library" });
  return new Promise<Blob | undefined>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<unknown>) =>
      resolve(data instanceof Blob ? data : undefined),
    );
    worker.addEventListener("error", () => reject(new Error("The Python library cannot be made ready.")));
    const [first, second] = [engine.buffer, library.buffer];
    worker.postMessage({ engine: first, library: second }, [first, second]);
  }).finally(() => worker.terminate());
}
