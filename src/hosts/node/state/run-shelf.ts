import { join } from "node:path";
import { z } from "zod";
import { flow } from "#engine";
import type { RunRecord, RunShelf } from "#hosts/workspace";
import { namesIfThere, parseFile, readIfThere, writePrivately } from "./private-file.ts";
import { folderOf } from "./trace-store.ts";

const runRecord = z.strictObject({
  runId: z.string(),
  origin: z.string(),
  flow,
  vkey: z.string(),
  createdAt: z.number(),
});

/** What is remembered of each run beside its log: `runs/<run id>/run.json`. */
export function createFileShelf(folder: string): RunShelf {
  const runs = join(folder, "runs");
  const pathOf = (name: string): string => join(runs, name, "run.json");
  const read = async (name: string): Promise<RunRecord | undefined> => {
    const text = await readIfThere(pathOf(name));
    return text === undefined ? undefined : parseFile(text, runRecord, pathOf(name));
  };
  async function list(): Promise<readonly RunRecord[]> {
    const names = await namesIfThere(runs);
    const records = await Promise.all(names.map(read));
    return records.filter((record) => record !== undefined).sort((a, b) => a.createdAt - b.createdAt);
  }
  return {
    put: (record) => writePrivately(pathOf(folderOf(record.origin)), JSON.stringify(record)),
    get: async (runId) => (/^[a-z0-9][a-z0-9-]{0,63}$/u.test(runId) ? read(runId) : undefined),
    list,
    ofFlow: async (flowId) => (await list()).filter((record) => record.flow.id === flowId),
  };
}
