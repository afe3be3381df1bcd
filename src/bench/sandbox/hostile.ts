import type { Attack } from "./attack.ts";

/**
 * Scripts for attacks that take a wall for granted to be down. Each attack is the body of an async function that sees `port`
 * (the line to the parent), `runPort` (in a browser: the one on which its run comes), `run` (the message that asked for the run),
 * `end(value)`, and, in a frame, `begin()`, which starts the usual workers.
 */
const helpers = `
const end = (value) => port.postMessage(
  { kind: "end", ending: { how: "value", text: JSON.stringify(value) }, cpuMs: 0, memoryBytes: 0 });
const soon = (attempt) => Promise.race([
  Promise.resolve().then(attempt).catch(() => "blocked"), new Promise((done) => setTimeout(done, 700, "blocked"))]);`;

export function hostileWorkerInBrowser({ code }: Attack): string {
  return `addEventListener("message", ({ ports: [port, runPort] }) => {
  ${helpers}
  runPort.addEventListener("message", async ({ data: run }) => { if (run.kind === "run") { ${code}\n } });
  runPort.start();
  port.start();
  port.postMessage({ kind: "ready" });
}, { once: true });`;
}

export function hostileWorkerInNode({ code }: Attack): string {
  return `import { parentPort as port } from "node:worker_threads";
${helpers}
port.on("message", async (run) => { if (run.kind === "run") { ${code}\n } });
port.postMessage({ kind: "ready" });`;
}

/** @param usual the page of the sandbox's frame, whose script and policy for scripts are replaced; all else of its policy stays. */
export function hostileFrame({ code }: Attack, usual: string): string {
  const script = `addEventListener("message", async function start(event) {
  if (event.ports.length !== 2) return;
  removeEventListener("message", start);
  const { guest, relay, engine } = event.data;
  const [port, runPort] = event.ports;
  ${helpers}
  const open = (source) => new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const begin = () => {
    const line = new MessageChannel();
    open(relay).postMessage(null, [port, line.port1]);
    open(guest).postMessage(engine, [line.port2, runPort]);
  };
  port.start();
  ${code}
});`;
  return usual
    .replace(/<script>.*<\/script>/s, () => `<script>${script}</script>`)
    .replace(/'sha256-[^']*'/, "'unsafe-inline'");
}
