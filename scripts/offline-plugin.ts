import { createHash } from "node:crypto";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { build, type Plugin } from "vite";

const entry = join(import.meta.dirname, "../src/ui/offline/worker.ts");

/** Not kept ahead: of use only with a transformer that a person brings, and a third of everything; and what no page asks for. */
const leftOut = /^(?:assets\/ort-wasm|\.vite\/|offline\.js$)/;

/** Writes `offline.js`, the worker that keeps the built app, with the list of all its files and their digests. */
export function offlineWorker(): Plugin {
  return {
    name: "offline-worker",
    apply: "build",
    async writeBundle({ dir }) {
      if (dir === undefined || this.environment.mode !== "build") return;
      await writeFile(join(dir, "offline.js"), await bundle(await listFiles(dir)));
    },
  };
}

async function listFiles(dir: string) {
  const digests: Record<string, string> = {};
  const found = await Array.fromAsync(glob("**/*.*", { cwd: dir }));
  for (const path of found.map((name) => name.replaceAll(sep, "/")).sort()) {
    if (leftOut.test(path)) continue;
    const digest = createHash("sha256").update(await readFile(join(dir, path)));
    digests[path === "index.html" ? "./" : path] = `sha256-${digest.digest("base64")}`;
  }
  const version = createHash("sha256").update(JSON.stringify(digests)).digest("hex").slice(0, 16);
  return { version, digests };
}

/** A classic script: not every browser starts a service worker from a module. */
async function bundle(keptFiles: Awaited<ReturnType<typeof listFiles>>): Promise<string> {
  const results = await build({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    define: { keptFiles: JSON.stringify(keptFiles) },
    build: { write: false, lib: { entry, formats: ["iife"], name: "offlineWorker" } },
  });
  const [only] = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
  if (only?.type !== "chunk") throw new Error("The offline worker must be one script.");
  return only.code;
}
