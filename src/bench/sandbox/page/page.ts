import quickjsUrl from "#quickjs/wasm?url";
import { createBrowserCodeRunner } from "#hosts/browser";
import { makeParcel, packParcel } from "#hosts/sandbox/guest/pyodide";
import { attack as attackSchema, type Attack, type AttackRow } from "../attack.ts";
import { openBare } from "../bare.ts";
import { hostileWorkerInBrowser } from "../hostile.ts";
import { judgeAttack } from "../judge.ts";
import { measurePace } from "../pace.ts";
import { plantScript } from "../plant.ts";
import { soak } from "../soak.ts";
import { watchStalls } from "./stalls.ts";

// The page under attack: it holds the secret, and so does every worker whose wall 1 stands. The benchmark calls these from outside.
const tick = () => performance.now();

let parcel: Promise<Blob> | undefined;
let planted: ReturnType<typeof createBrowserCodeRunner> | undefined;

Object.assign(globalThis, {
  async playAttack(given: unknown, canary: string, frameUrl: string | null): Promise<AttackRow> {
    Reflect.set(globalThis, "HOST_CANARY", canary);
    const attack = attackSchema.parse(given);
    const runner = runnerFor(attack, canary, frameUrl);
    if (runner === planted) await runner.warm({ language: "javascript", ...attack });
    const stalls = watchStalls();
    const row = await judgeAttack(attack, runner, canary, tick);
    const stallMs = stalls.end();
    if (runner !== planted) await runner.close();
    return { ...row, stallMs };
  },
  async playPace(turns: number) {
    const runner = createBrowserCodeRunner({ document });
    const response = await fetch(quickjsUrl);
    const bare = await openBare(await WebAssembly.compile(await response.arrayBuffer()));
    const measured = await measurePace(runner, bare, tick, turns);
    await runner.close();
    return measured;
  },
  async playSoak(runs: number) {
    const runner = createBrowserCodeRunner({ document });
    const measured = await soak(runner, runs, tick);
    await runner.close();
    return { ...measured, framesLeft: document.querySelectorAll("iframe").length };
  },
});

function runnerFor(attack: Attack, canary: string, frameUrl: string | null) {
  if (attack.place === "worker") {
    return createBrowserCodeRunner({ document, editGuest: () => hostileWorkerInBrowser(attack) });
  }
  if (frameUrl !== null) return createBrowserCodeRunner({ document, frameUrl });
  return (planted ??= createBrowserCodeRunner({
    document,
    pythonLibrary: () => (parcel ??= fetchParcel()),
    editGuest: (guest) => plantScript(canary) + guest,
  }));
}

/** The page's own server has them; it is no stranger's address. */
async function fetchParcel(): Promise<Blob> {
  const read = async (name: string) => new Uint8Array(await (await fetch(`/python/${name}`)).arrayBuffer());
  return new Blob([packParcel(await makeParcel({ engine: await read("engine"), library: await read("library") }))]);
}
