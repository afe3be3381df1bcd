import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { extname, join } from "node:path";
import { build } from "vite";

const project = join(import.meta.dirname, "../../..");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/** By path, which begins with a slash. */
export type Files = Map<string, string | Uint8Array>;

export interface FileServer {
  readonly address: string;
  /** Paths that were asked for and do not exist. */
  readonly strays: readonly string[];
  close(): void;
}

/** Builds a folder's page with the product's own configuration, content security policy included. */
export async function buildPage(folder: string): Promise<Files> {
  const built = await build({
    configFile: join(project, "vite.config.ts"),
    root: folder,
    publicDir: false,
    logLevel: "error",
    build: { write: false },
  });
  const outputs = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  return new Map(outputs.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
}

/** Serves files from memory, those too that are put there later. */
export async function serveFiles(files: Files): Promise<FileServer> {
  const strays: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url === "/" ? "/index.html" : (request.url ?? "");
    const body = files.get(path);
    if (body === undefined && path !== "/favicon.ico") strays.push(path);
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": types[extname(path)] ?? "application/octet-stream",
    });
    response.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { address: addressOf(server), strays, close: () => server.close() };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page server has no port.");
  return `http://127.0.0.1:${address.port}/`;
}
