import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Each kill is a process of its own; compiling every module anew would take most of its time. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, "../../../.cache/compile");

interface Ended {
  readonly kinds: readonly string[] | undefined;
  readonly failure: string;
}

/** Starts the process; without kinds it was killed. */
function play(state: string, killAt: number): Promise<Ended> {
  const path = join(import.meta.dirname, "crash.fixture.ts");
  return new Promise((resolve) => {
    const call = [path, state, String(killAt)];
    execFile(process.execPath, call, { env: { ...process.env, NODE_COMPILE_CACHE } }, (problem, stdout, stderr) => {
      resolve(problem === null ? { kinds: JSON.parse(stdout), failure: "" } : { kinds: undefined, failure: stderr });
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
    const first = await play(state, killAt);
    const before = await performed(state);
    const last = first.kinds === undefined ? await play(state, 0) : first;
    expect(last.failure).toBe("");
    expect(last.kinds?.at(-1)).toBe("run.close");
    const asked = last.kinds?.includes("approval.decision") === true;
    expect(await performed(state)).toBe(asked ? before : 1);
    await rm(state, { recursive: true, force: true });
  },
);
