import { readdir, readFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { createRequire } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { createNodeCodeRunner } from "#hosts/node";
import type { Attack, AttackRow } from "./attack.ts";
import { openBare } from "./bare.ts";
import { hostileWorkerInNode } from "./hostile.ts";
import { judgeAttack } from "./judge.ts";
import { measurePace, type Pace } from "./pace.ts";
import { plantScript } from "./plant.ts";
import { pythonFiles } from "./python-files.ts";
import { soak, type Soak } from "./soak.ts";
import { shareOf } from "./tab-memory.ts";

const tick = () => performance.now();

/** Attacks Node's two walls, with the secret in this process and in every worker whose wall 1 stands. */
export async function attackNode(
  attacks: readonly Attack[],
  canary: string,
  turns: number,
): Promise<{ rows: AttackRow[]; pace: Pace }> {
  Reflect.set(globalThis, "HOST_CANARY", canary);
  process.env["HOST_CANARY"] = canary;
  const pace = await measureNode(turns);
  const runner = createNodeCodeRunner({
    pythonFiles,
    editEntry: (usual) => scriptUrl(`${plantScript(canary)} await import(${JSON.stringify(usual.href)});`),
  });
  const rows: AttackRow[] = [];
  try {
    for (const attack of attacks.filter(({ host = "node" }) => host === "node")) {
      if (attack.place === "worker") rows.push(await attackFromWorker(attack, canary));
      else {
        await runner.warm({ language: "javascript", ...attack });
        rows.push(await judgeAttack(attack, runner, canary, tick));
      }
    }
  } finally {
    await runner.close();
    Reflect.deleteProperty(globalThis, "HOST_CANARY");
    delete process.env["HOST_CANARY"];
  }
  return { rows, pace };
}

export interface NodeSoak extends Soak {
  /** Threads of this process beyond those before, and MiB that it holds beyond, where the system tells (Linux). */
  readonly threadsLeft?: number;
  readonly memoryLeftMb?: number;
}

/** Many ordinary runs in this process, and what they leave behind. */
export async function soakNode(runs: number): Promise<NodeSoak> {
  await soakOnce(20);
  const before = await holdings();
  const figures = await soakOnce(runs);
  const after = await holdings();
  if (before === undefined || after === undefined) return figures;
  const memoryLeftMb = Math.round((after.bytes - before.bytes) / 2 ** 20);
  return { ...figures, threadsLeft: after.threads - before.threads, memoryLeftMb };
}

async function soakOnce(runs: number): Promise<Soak> {
  const runner = createNodeCodeRunner();
  const figures = await soak(runner, runs, tick);
  await runner.close();
  return figures;
}

/** A worker that was ended gives its memory back a while after. */
const settleMs = 3_000;

async function holdings(): Promise<{ threads: number; bytes: number } | undefined> {
  await wait(settleMs);
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.collectGarbage");
  session.disconnect();
  const bytes = await shareOf(process.pid);
  return bytes === undefined ? undefined : { threads: (await readdir("/proc/self/task")).length, bytes };
}

async function attackFromWorker(attack: Attack, canary: string): Promise<AttackRow> {
  const runner = createNodeCodeRunner({ editEntry: () => scriptUrl(hostileWorkerInNode(attack)) });
  try {
    return await judgeAttack(attack, runner, canary, tick);
  } finally {
    await runner.close();
  }
}

async function measureNode(turns: number): Promise<Pace> {
  const runner = createNodeCodeRunner();
  const path = createRequire(import.meta.url).resolve("#quickjs/wasm");
  const bare = await openBare(await WebAssembly.compile(await readFile(path)));
  const pace = await measurePace(runner, bare, tick, turns);
  await runner.close();
  return pace;
}

function scriptUrl(script: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
