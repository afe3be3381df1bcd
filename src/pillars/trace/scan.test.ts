import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { MemoryTraceStore } from "./memory-store.ts";
import { loadRun } from "./resume.ts";
import { draft, runOrigin, startRun, testSigner } from "./run.fixture.ts";
import { readStep, scanRun, type ScanPages } from "./scan.ts";
import type { TraceStore } from "./store.ts";

const { vkey } = testSigner(runOrigin);

async function recorded(steps: number): Promise<MemoryTraceStore> {
  const { store, journal, close } = await startRun();
  for (let at = 0; at < steps; at += 1)
    await journal.append(draft("node.start", `t1/n${at}`, { parent: `t1/n${at - 1}`, values: { input: { at } } }));
  await close();
  return store;
}

async function scanned(store: TraceStore, pages: ScanPages) {
  const sizes: number[] = [];
  const events = [];
  for await (const page of scanRun(store, runOrigin, vkey, pages)) {
    sizes.push(page.length);
    events.push(...page);
  }
  return { sizes, events };
}

/** The store, with its lines changed on the way out. */
function altered(store: TraceStore, change: (line: string, seq: number) => string): TraceStore {
  return new Proxy(store, {
    get: (target, name) =>
      name === "lines"
        ? async (origin: string, from: number, to: number) =>
            (await target.lines(origin, from, to)).map((line, at) => change(line, from + at))
        : Reflect.get(target, name).bind(target),
  });
}

describe("a run read in pages", () => {
  test("is the same with another SHA-256, and hashed by that one alone", async () => {
    const store = await recorded(70);
    const hashed = (hash: (bytes: Uint8Array) => Uint8Array) =>
      Array.fromAsync(scanRun(store, runOrigin, vkey, { first: 10, next: 30 }, hash));
    const events = await hashed((bytes) => createHash("sha256").update(bytes).digest());
    expect(events.flat()).toEqual((await loadRun(store, runOrigin, vkey)).events);
    await expect(hashed(() => new Uint8Array(32))).rejects.toMatchObject({ code: "bad-disclosure" });
  });

  test.each([
    { first: 1, next: 1 },
    { first: 7, next: 50 },
    { first: 200, next: 1000 },
  ])("is the same as read at once: $first, then $next", async (pages) => {
    const store = await recorded(130);
    const { sizes, events } = await scanned(store, pages);
    expect(events).toEqual((await loadRun(store, runOrigin, vkey)).events);
    expect(sizes[0]).toBe(Math.min(pages.first, events.length));
    expect(Math.max(...sizes.slice(1), 0)).toBeLessThanOrEqual(pages.next);
  });

  test("stops at the page in which a line was changed, and hands out nothing of it", async () => {
    const store = altered(await recorded(130), (line, seq) => (seq === 40 ? line.replace("engine", "enginE") : line));
    const pages: number[] = [];
    const reading = async () => {
      for await (const page of scanRun(store, runOrigin, vkey, { first: 10, next: 10 })) pages.push(page.length);
    };
    await expect(reading()).rejects.toMatchObject({ code: "bad-line" });
    // The change shows in what the next line says came before it.
    expect(pages).toEqual([10, 10, 10, 10]);
  });

  test("is refused when another key signed it, or when its end is gone", async () => {
    const store = await recorded(70);
    const other = scanRun(store, runOrigin, testSigner(runOrigin, "other").vkey, { first: 10, next: 10 });
    await expect(other.next()).rejects.toMatchObject({ code: "unsigned-note" });
    const cut = new Proxy<TraceStore>(store, {
      get: (target, name) =>
        name === "head" ? async () => ({ size: 20, prev: "" }) : Reflect.get(target, name).bind(target),
    });
    await expect(scanRun(cut, runOrigin, vkey, { first: 10, next: 10 }).next()).rejects.toMatchObject({
      code: "truncated",
    });
  });

  test("one step is read by itself, whole", async () => {
    const store = await recorded(70);
    expect(await readStep(store, runOrigin, 42)).toMatchObject({ seq: 42, values: { input: { at: 41 } } });
    expect(await readStep(store, runOrigin, 4200)).toBeUndefined();
  });
});
