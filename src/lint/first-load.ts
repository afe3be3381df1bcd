import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

/** Script that must arrive before the app can be used, gzipped: what comparable tools need is several times as much. */
export const firstLoadLimit = 250_000;

const manifest = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).optional() }),
);

/** Gzipped bytes of the script that the page `entry` loads before anything is asked for, from Vite's manifest in `dist`. */
export function firstLoad(dist: string, entry = "index.html"): number {
  const chunks = manifest.parse(JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")));
  const seen = new Set<string>();
  const visit = (name: string): number => {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`The build has no ${name}.`);
    if (seen.has(name)) return 0;
    seen.add(name);
    const imported = (chunk.imports ?? []).reduce((total, next) => total + visit(next), 0);
    return imported + gzipSync(readFileSync(join(dist, chunk.file))).byteLength;
  };
  return visit(entry);
}
