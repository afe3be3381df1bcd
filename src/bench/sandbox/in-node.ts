import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createNodeCodeRunner } from "#hosts/node";
import type { Attack, AttackRow } from "./attack.ts";
import { openBare } from "./bare.ts";
import { hostileWorkerInNode } from "./hostile.ts";
import { judgeAttack } from "./judge.ts";
import { measurePace, type Pace } from "./pace.ts";
import { plantScript } from "./plant.ts";

const tick = () => performance.now();

/** Attacks Node's two walls, with the secret in this process and in every worker whose wall 1 stands. */
export async function attackNode(
  attacks: readonly Attack[],
  canary: string,
): Promise<{ rows: AttackRow[]; pace: Pace }> {
  Reflect.set(globalThis, "HOST_CANARY", canary);
  process.env["HOST_CANARY"] = canary;
  const pace = await measureNode();
  const runner = createNodeCodeRunner({
    editEntry: (usual) => scriptUrl(`${plantScript(canary)} await import(${JSON.stringify(usual.href)});`),
  });
  const rows: AttackRow[] = [];
  try {
    for (const attack of attacks.filter(({ host = "node" }) => host === "node")) {
      if (attack.place === "worker") rows.push(await attackFromWorker(attack, canary));
      else {
        await runner.warm(attack.language);
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

async function attackFromWorker(attack: Attack, canary: string): Promise<AttackRow> {
  const runner = createNodeCodeRunner({ editEntry: () => scriptUrl(hostileWorkerInNode(attack)) });
  try {
    return await judgeAttack(attack, runner, canary, tick);
  } finally {
    await runner.close();
  }
}

async function measureNode(): Promise<Pace> {
  const runner = createNodeCodeRunner();
  const path = createRequire(import.meta.url).resolve("#quickjs/wasm");
  const bare = await openBare(await WebAssembly.compile(await readFile(path)));
  const pace = await measurePace(runner, bare, tick);
  await runner.close();
  return pace;
}

function scriptUrl(script: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
