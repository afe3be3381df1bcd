import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const folder = join(root, ".cache/verify-page");
const kept = join(folder, "page.json");

/** The page as it was made last, with the state of each file it was made from. */
const keptPage = z.object({ html: z.string(), sources: z.array(z.tuple([z.string(), z.string()])) });

let made: Promise<Uint8Array> | undefined;

/**
 * The bytes of verify.html. They are made when they are first asked for (about a second) and kept until a source or a package
 * changes, so that an export from a fresh clone has the page as well, and it is the one that the app ships.
 */
export function verifyPage(): Promise<Uint8Array> {
  made ??= pageHtml().then((html) => new TextEncoder().encode(html));
  return made;
}

async function pageHtml(): Promise<string> {
  const before = await readKept();
  if (before !== undefined && (await isCurrent(before.sources))) return before.html;
  const { buildPage } = await import("./build-page.ts");
  const { html, sources } = await buildPage();
  const files = [...sources, ...tools];
  const states = await Promise.all(files.map(async (file): Promise<[string, string]> => [file, await stateOf(file)]));
  await keep(JSON.stringify({ html, sources: states }));
  return html;
}

const tools = [
  join(root, "package-lock.json"),
  join(import.meta.dirname, "build-page.ts"),
  join(import.meta.dirname, "frame.ts"),
];

async function readKept(): Promise<z.infer<typeof keptPage> | undefined> {
  try {
    return keptPage.parse(JSON.parse(await readFile(kept, "utf8")));
  } catch {
    return undefined;
  }
}

async function isCurrent(sources: z.infer<typeof keptPage>["sources"]): Promise<boolean> {
  const states = await Promise.all(sources.map(async ([file, state]) => (await stateOf(file)) === state));
  return states.every(Boolean);
}

async function stateOf(file: string): Promise<string> {
  const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: -1 }));
  return `${mtimeMs} ${size}`;
}

/** A folder that nobody may write into only costs the time to make the page again. */
async function keep(content: string): Promise<void> {
  const part = `${kept}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, content);
    await rename(part, kept);
  } catch {
    return;
  }
}
