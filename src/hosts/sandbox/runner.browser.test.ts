import { afterAll, describe, expect, test } from "vitest";
import { createBrowserCodeRunner } from "#hosts/browser";
import { codeRequest, testLimits, testRunnerContract } from "./contract.ts";
import { testSqlHolds } from "./sql-contract.ts";

describe("two walls in a browser", () => {
  const runner = createBrowserCodeRunner({ document });
  afterAll(() => runner.close());
  testRunnerContract(runner);
  describe("SQL", () => testSqlHolds(runner));

  /** A frame is removed right after who waits for its run has been answered. */
  async function settledFrames(): Promise<number> {
    await runner.warm();
    await new Promise((resolve) => setTimeout(resolve));
    return document.querySelectorAll("iframe").length;
  }

  test("frames leave the page with their runs", async () => {
    const run = (n: number) => runner.run(codeRequest(`return ${n}`), new AbortController().signal);
    // The first run of a page leaves a frame behind that keeps the compiled engine.
    await run(0);
    const before = await settledFrames();
    await Promise.all([1, 2, 3].map(run));
    expect(await settledFrames()).toBe(before);
  });

  test("a policy of the frame lets through its own script only", async () => {
    const page = await (await fetch("/sandbox.html")).text();
    const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(script));
    expect(page).toContain(`'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`);
  });
});

/** Code that has broken out of wall 1 is taken for granted here: it runs in place of the guest, with all a worker has. */
describe("wall 2 holds against its own worker", () => {
  const probes = {
    origin: "self.origin",
    network: `await fetch("${location.origin}/sandbox.html").then(() => "open", () => "blocked")`,
    storage: `await new Promise((done) => { const ask = indexedDB.open("x"); ask.onsuccess = () => done("open"); ask.onerror = () => done("blocked") })`,
    evaluation: `new Function("return 'open'")()`,
    scripts: `(importScripts("${location.origin}/sandbox.html"), "open")`,
    socket: `await new Promise((done) => { const socket = new WebSocket("${location.origin.replace("http", "ws")}"); socket.onopen = () => done("open"); socket.onerror = () => done("blocked") })`,
    subWorker: `await new Promise((done) => {
      const code = "fetch('${location.origin}/sandbox.html').then(() => postMessage('open'), () => postMessage('blocked'))";
      new Worker(URL.createObjectURL(new Blob([code]))).onmessage = ({ data }) => done(data) })`,
    channel: `await new Promise((done) => { const line = new BroadcastChannel("gatehouse"); line.onmessage = () => done("open"); setTimeout(done, 300, "blocked") })`,
  };

  test("no origin, no network, no storage, no evaluation", async () => {
    const talk = setInterval(() => new BroadcastChannel("gatehouse").postMessage("hello"), 50);
    const found = await answerOfWorker(probes);
    clearInterval(talk);
    const blocked = Object.fromEntries(Object.keys(probes).map((name) => [name, "blocked"]));
    expect(found).toEqual({ ...blocked, origin: "null" });
  });

  test("the same probes are open in a plain worker of the page, so they tell the two apart", async () => {
    const worker = new Worker(URL.createObjectURL(new Blob([`${probing(probes)} probe().then(postMessage)`])));
    const found = await new Promise<unknown>((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    worker.terminate();
    expect(found).toMatchObject({ origin: location.origin, network: "open", storage: "open", evaluation: "open" });
  });
});

async function answerOfWorker(probes: Record<string, string>): Promise<unknown> {
  const worker = `${probing(probes)}
    addEventListener("message", ({ ports: [port] }) => {
      port.onmessage = async () => port.postMessage({ kind: "end", ending: { how: "value", text: JSON.stringify(await probe()) }, cpuMs: 0, memoryBytes: 0 });
      port.postMessage({ kind: "ready" });
    });`;
  const runner = createBrowserCodeRunner({ document, editGuest: () => worker });
  const limits = { ...testLimits, timeMs: 20_000 };
  const result = await runner.run(codeRequest("return 1", { limits }), new AbortController().signal);
  await runner.close();
  return result.value;
}

function probing(probes: Record<string, string>): string {
  const lines = Object.entries(probes).map(
    ([name, expression]) => `found.${name} = await soon(async () => ${expression});`,
  );
  return `const soon = (attempt) => Promise.race([
      attempt().catch(() => "blocked"), new Promise((done) => setTimeout(done, 2000, "blocked"))]);
    async function probe() { const found = {}; ${lines.join("\n")} return found }`;
}
