import { createBrowserCodeRunner } from "#hosts/browser";
import { attack } from "../attack.ts";
import { judgeAttack } from "../judge.ts";
import { measurePace } from "../pace.ts";
import { plantScript } from "../plant.ts";

// The page under attack: it holds the secret, and so does every worker. The benchmark calls these two from outside.
const tick = () => performance.now();

let planted: ReturnType<typeof createBrowserCodeRunner> | undefined;

Object.assign(globalThis, {
  async playAttack(given: unknown, canary: string) {
    Reflect.set(globalThis, "HOST_CANARY", canary);
    planted ??= createBrowserCodeRunner({ document, editGuest: (guest) => plantScript(canary) + guest });
    await planted.warm();
    return judgeAttack(attack.parse(given), planted, canary, tick);
  },
  async playPace() {
    const runner = createBrowserCodeRunner({ document });
    const measured = await measurePace(runner, tick);
    await runner.close();
    return measured;
  },
});
