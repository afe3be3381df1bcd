import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { extname, join } from "node:path";
import { build } from "vite";
import { pythonFiles } from "./python-files.ts";

const project = join(import.meta.dirname, "../../..");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

export interface PageServer {
  readonly address: string;
  /** Serves `make` of the sandbox's frame page under an address of its own, and answers that address. */
  frame(make: (usual: string) => string): string;
  /** Paths that were asked for and do not exist: code that reached the network shows here. */
  readonly strays: readonly string[];
  close(): void;
}

/** Builds the page with the product's own configuration, content security policy included, and serves it from memory. */
export async function servePage(): Promise<PageServer> {
  const files = await buildPage();
  const sandbox = await readFile(join(project, "public/sandbox.html"), "utf8");
  files.set("/sandbox.html", sandbox);
  for (const [name, bytes] of Object.entries(await pythonFiles())) files.set(`/python/${name}`, bytes);
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
  const frame = (make: (usual: string) => string) => {
    const path = `/frame-${files.size}.html`;
    files.set(path, make(sandbox));
    return path;
  };
  return { address: addressOf(server), frame, strays, close: () => server.close() };
}

async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const built = await build({
    configFile: join(project, "vite.config.ts"),
    root: join(import.meta.dirname, "page"),
    publicDir: false,
    logLevel: "error",
    build: { write: false },
  });
  const outputs = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  return new Map(outputs.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : file.source]));
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page server has no port.");
  return `http://127.0.0.1:${address.port}/`;
}
