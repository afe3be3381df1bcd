import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { playRefund } from "./crash.fixture.ts";

/** Each kill is a process of its own; compiling every module anew would take most of its time. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, "../../../.cache/compile");

/** Plays it in a process that is killed; undefined when it was, the kinds on record when it came to its end before. */
function killed(state: string, killAt: number): Promise<readonly string[] | undefined> {
  const call = [join(import.meta.dirname, "crash-process.fixture.ts"), state, String(killAt)];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, call, { env: { ...process.env, NODE_COMPILE_CACHE } }, (problem, stdout) => {
      if (problem === null) resolve(JSON.parse(stdout));
      else if (problem.signal === "SIGKILL") resolve(undefined);
      else reject(problem);
    });
  });
}

async function performed(state: string): Promise<number> {
  const text = await readFile(join(state, "performed.log"), "utf8").catch(() => "");
  return text.split("\n").length - 1;
}

test.each([2, 6, 7, 8, 9])(
  "killed at step %d, a refund happens once, or was left out on a person's word",
  async (killAt) => {
    const state = await mkdtemp(join(tmpdir(), "gatehouse-crash-"));
    const ended = await killed(state, killAt);
    const before = await performed(state);
    const kinds = ended ?? (await playRefund(state, (work) => work()));
    expect(kinds.at(-1)).toBe("run.close");
    const asked = kinds.includes("approval.decision");
    expect(await performed(state)).toBe(asked ? before : 1);
    await rm(state, { recursive: true, force: true });
  },
);
