import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";

const prefix = "virtual:sandbox-engine/";
const resolvedPrefix = `\0${prefix}`;
const folder = join(import.meta.dirname, "../.cache/sandbox-engines");

/**
 * Gives `virtual:sandbox-engine/<runtime>`, whose default export is the address of that runtime's WebAssembly as a wall takes it. Its rewriting
 * is the same each time and would hold up the page for a tenth of a second with the first code of a visit.
 */
export function sandboxEngine(): Plugin {
  const files = new Map<string, Promise<string>>();
  return {
    name: "sandbox-engine",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(resolvedPrefix)) return undefined;
      const runtime = id.slice(resolvedPrefix.length);
      const file = files.get(runtime) ?? writeEngine(runtime);
      files.set(runtime, file);
      return `export { default } from ${JSON.stringify(`${await file}?url`)};`;
    },
  };
}

async function writeEngine(runtime: string): Promise<string> {
  const { isShipped, readEngine } = await import("#hosts/node/engines");
  if (!isShipped(runtime)) throw new Error(`No engine is shipped for "${runtime}".`);
  const bytes = await readEngine(runtime);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const file = join(folder, `${runtime}-${digest.slice(0, 16)}.wasm`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, bytes);
  return file;
}
