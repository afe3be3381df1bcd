import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { attacks, type Attack } from "./attack.ts";

const folder = join(import.meta.dirname, "own");

/** The attacks that were written for this project: those in `own/`, a file for each language or wall. */
export async function ownAttacks(): Promise<Attack[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).toSorted();
  const read = async (name: string) => attacks.parse(JSON.parse(await readFile(join(folder, name), "utf8")));
  return (await Promise.all(files.map(read))).flat();
}
