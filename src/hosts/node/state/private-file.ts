import type { z } from "zod";
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./file-lock.ts";

/** What is in the state folder is for its owner alone. */
export const privateFile = 0o600;
const privateFolder = 0o700;

export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: privateFolder });
}

/** Puts a whole file in place: on disk when the promise resolves, and never half of it. */
export async function writePrivately(path: string, text: string): Promise<void> {
  await makeFolder(dirname(path));
  const next = `${path}.${process.pid}.next`;
  const handle = await open(next, "w", privateFile);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, path);
  await syncFolder(dirname(path));
}

export async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(absent);
}

/** The names in a folder, none when it was never made. A folder that cannot be read is an error: it may hold runs. */
export async function namesIfThere(path: string): Promise<readonly string[]> {
  return (await readdir(path).catch(absent)) ?? [];
}

/** What is not there is undefined; whatever else went wrong stays an error. */
export function absent(problem: unknown): undefined {
  if (codeOf(problem) !== "ENOENT") throw problem;
}

/** A new or renamed file survives a power cut only when its folder is on disk too. Windows cannot sync one. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What one of our own files holds. Throws an Error whose sentence names the file when somebody else has been at it. */
export function parseFile<Value>(text: string, schema: z.ZodType<Value>, path: string): Value {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} is damaged, so it cannot be read.`, { cause });
  }
}
