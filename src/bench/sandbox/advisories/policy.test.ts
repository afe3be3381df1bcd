import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

const project = join(import.meta.dirname, "../../../..");

/** What makes code of a text. A dependency may hold such a line; the page's policy keeps it from working. */
const makesCode =
  /\beval\(|\bnew Function\(|\bFunction\(\s*["'`]|\bset(?:Timeout|Interval)\(\s*["'`]|\bnode:vm\b|\bdocument\.write\(/u;

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const evaluating = (files: readonly SourceFile[]) =>
  files.filter(({ text }) => makesCode.test(text)).map(({ path }) => path);

/** The sources of what is shipped: no tests, benchmarks, training or linters. */
async function shippedSources(): Promise<SourceFile[]> {
  const roots = ["src", "nodes", "public"];
  const listed = await Promise.all(roots.map((root) => readdir(join(project, root), { recursive: true })));
  const paths = listed.flatMap((names, at) => names.map((name) => join(roots[at] ?? "", name)));
  const shipped = paths.filter(
    (path) =>
      /\.(?:tsx?|html)$/u.test(path) && !/\.(?:test|fixture)\.|^src\/(?:bench|train|lint)\/|\.d\.ts$/u.test(path),
  );
  return Promise.all(shipped.map(async (path) => ({ path, text: await readFile(join(project, path), "utf8") })));
}

/** The ways by which a policy lets a text become code. */
function waysIn(policy: string): string[] {
  const scripts = /script-src ([^;"]*)/u.exec(policy)?.[1]?.split(" ") ?? [];
  const open = ["'unsafe-eval'", "'unsafe-inline'", "*", "data:", "https:", "http:"];
  return scripts.length === 0 ? ["no script-src"] : scripts.filter((word) => open.includes(word));
}

const policies = ["scripts/content-security.ts", "public/sandbox.html"];

test("S2: nothing that is shipped makes code of a text, and no page would let it", async () => {
  const files = await shippedSources();
  expect(files.length).toBeGreaterThan(500);
  expect(evaluating(files)).toEqual([]);
  for (const path of policies) expect(waysIn(await readFile(join(project, path), "utf8")), path).toEqual([]);
});
test("S2, planted: a step that makes a function of its settings is found, and a policy that lets it", async () => {
  const text = "export const read = (config: string) => new Function(`return ${config}`)();";
  expect(evaluating([...(await shippedSources()), { path: "planted.ts", text }])).toEqual(["planted.ts"]);
  const [app = ""] = policies;
  const policy = await readFile(join(project, app), "utf8");
  expect(waysIn(policy.replace("'wasm-unsafe-eval'", "'unsafe-eval'"))).toEqual(["'unsafe-eval'"]);
  expect(waysIn("default-src 'none'")).not.toEqual([]);
});
