import { createNodeCodeRunner } from "#hosts/node";
import type { Attack, AttackRow } from "./attack.ts";
import { judgeAttack } from "./judge.ts";
import { measurePace, type Pace } from "./pace.ts";
import { plantScript } from "./plant.ts";

/** Attacks Node's two walls, with the secret in this process and in every worker. */
export async function attackNode(
  attacks: readonly Attack[],
  canary: string,
): Promise<{ rows: AttackRow[]; pace: Pace }> {
  Reflect.set(globalThis, "HOST_CANARY", canary);
  process.env["HOST_CANARY"] = canary;
  const tick = () => performance.now();
  const plain = createNodeCodeRunner();
  const pace = await measurePace(plain, tick);
  await plain.close();
  const editEntry = (usual: URL) => {
    const script = `${plantScript(canary)} await import(${JSON.stringify(usual.href)});`;
    return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
  };
  const runner = createNodeCodeRunner({ editEntry });
  const rows: AttackRow[] = [];
  try {
    for (const attack of attacks) {
      await runner.warm();
      rows.push(await judgeAttack(attack, runner, canary, tick));
    }
  } finally {
    await runner.close();
    Reflect.deleteProperty(globalThis, "HOST_CANARY");
    delete process.env["HOST_CANARY"];
  }
  return { rows, pace };
}
