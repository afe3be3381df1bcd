import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildPage, serveFiles, type FileServer } from "../browser/index.ts";
import { pythonFiles } from "./python-files.ts";

/** Code that reached the network shows among the strays. */
export interface PageServer extends FileServer {
  /** Serves `make` of the sandbox's frame page under an address of its own, and answers that address. */
  frame(make: (usual: string) => string): string;
}

/** The page under attack with the sandbox's frame page beside it. */
export async function servePage(): Promise<PageServer> {
  const files = await buildPage(join(import.meta.dirname, "page"));
  const sandbox = await readFile(join(import.meta.dirname, "../../../public/sandbox.html"), "utf8");
  files.set("/sandbox.html", sandbox);
  for (const [name, bytes] of Object.entries(await pythonFiles())) files.set(`/python/${name}`, bytes);
  const server = await serveFiles(files);
  const frame = (make: (usual: string) => string) => {
    const path = `/frame-${files.size}.html`;
    files.set(path, make(sandbox));
    return path;
  };
  return { ...server, frame };
}
