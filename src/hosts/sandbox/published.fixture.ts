import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { published, readPublished, type PublishedFiles } from "#hosts/sandbox/guest/pyodide";

/** The same files from the package that development has; it is never shipped. */
export function publishedFiles(): Promise<PublishedFiles> {
  const { resolve } = createRequire(import.meta.url);
  return readPublished(async ({ file }) => new Uint8Array(await readFile(resolve(`${published.name}/${file}`))));
}
