import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { firstLoad, firstLoadLimit } from "./first-load.ts";

const dist = mkdtempSync(join(tmpdir(), "first-load-"));
afterAll(() => rmSync(dist, { recursive: true }));

function build(sizes: { readonly entry: number; readonly shared: number; readonly lazy: number }): void {
  mkdirSync(join(dist, ".vite"), { recursive: true });
  for (const [name, size] of Object.entries(sizes)) writeFileSync(join(dist, `${name}.js`), randomBytes(size));
  const chunks = {
    "index.html": { file: "entry.js", isEntry: true, imports: ["_shared.js"], dynamicImports: ["lazy.ts"] },
    "_shared.js": { file: "shared.js" },
    "lazy.ts": { file: "lazy.js", imports: ["index.html", "_shared.js"] },
  };
  writeFileSync(join(dist, ".vite/manifest.json"), JSON.stringify(chunks));
}

describe("the size of the first load", () => {
  it("counts the entry and what it imports, once, and nothing that is loaded later", () => {
    build({ entry: 1_000, shared: 2_000, lazy: 900_000 });
    expect(firstLoad(dist)).toBeGreaterThan(3_000);
    expect(firstLoad(dist)).toBeLessThan(3_200);
  });

  it("exceeds the limit when a shared chunk has grown", () => {
    build({ entry: 1_000, shared: firstLoadLimit, lazy: 0 });
    expect(firstLoad(dist)).toBeGreaterThan(firstLoadLimit);
  });

  it("is no number when the page is missing from the build", () => {
    expect(() => firstLoad(dist, "other.html")).toThrow("The build has no other.html.");
  });
});
