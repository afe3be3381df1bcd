import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { published, readPublished, type PublishedFiles } from "#hosts/sandbox/guest/pyodide";

/** The full Python library from the package that development has; nothing that is shipped brings it. */
export function pythonFiles(): Promise<PublishedFiles> {
  const { resolve } = createRequire(import.meta.url);
  return readPublished(async ({ file }) => new Uint8Array(await readFile(resolve(`${published.name}/${file}`))));
}
