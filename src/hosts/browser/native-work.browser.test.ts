import { expect, it, vi } from "vitest";
import { gunzipSync } from "fflate";
import { nativeWork } from "./native-work.ts";

const part = (at: number) => Uint8Array.from({ length: 2 ** 18 }, (_, index) => (index * (at + 1)) % 251);
const parts = (count: number) => Array.from({ length: count }, (_, at) => part(at));

it("compresses what is long in a worker and what is short here, to one member each", async () => {
  const workers = vi.spyOn(globalThis, "Worker");
  try {
    for (const [count, started] of [
      [0, 0],
      [2, 0],
      [40, 1],
    ] as const) {
      workers.mockClear();
      const packed = await nativeWork.gzip(parts(count));
      const content = new Uint8Array(await new Blob(parts(count)).arrayBuffer());
      expect(isSame(gunzipSync(packed), content)).toBe(true);
      expect(workers).toHaveBeenCalledTimes(started);
    }
  } finally {
    workers.mockRestore();
  }
});

it("takes parts that share their memory, one at a time", async () => {
  const shared = new Uint8Array(2 ** 18);
  async function* reused() {
    for (let at = 0; at < 20; at += 1) {
      shared.set(part(at));
      yield shared;
    }
  }
  const packed = await nativeWork.gzip(reused());
  expect(isSame(gunzipSync(packed), new Uint8Array(await new Blob(parts(20)).arrayBuffer()))).toBe(true);
});

it("ends with what goes wrong while parts are made", async () => {
  async function* broken() {
    yield* parts(8);
    throw new RangeError("no more");
  }
  await expect(nativeWork.gzip(broken())).rejects.toThrow("no more");
});

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
