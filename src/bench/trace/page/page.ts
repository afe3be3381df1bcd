import { nativeWork } from "#hosts/browser";
import { exportRatios, exported, readingRatios } from "../ratios.ts";
import { runOf } from "../recorded-run.ts";
import { appendRatios } from "./append.ts";
import { readingTimes, storedRun } from "./stored-run.ts";

const appended = 5_000;

// The benchmark calls these from outside.
Object.assign(globalThis, {
  measureReading: () => readingRatios(),
  measureAppending: async () => appendRatios(await runOf(appended)),
  async measureLongRun() {
    const run = await runOf(exported);
    const stored = await storedRun(run);
    const figures = await readingTimes(stored, run);
    const gzip = (bytes: Uint8Array) => packed(new Uint8Array(bytes));
    return { figures, rows: await exportRatios({ run, stored: stored.store, native: nativeWork, gzip }) };
  },
});

/** In one go and in this thread, which no way over another thread is quicker than. */
async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const packing = new CompressionStream("gzip");
  const writer = packing.writable.getWriter();
  const [content] = await Promise.all([
    new Response(packing.readable).arrayBuffer(),
    writer.write(bytes).then(() => writer.close()),
  ]);
  return content;
}
