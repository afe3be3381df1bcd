import { TraceError, type Parts } from "#pillars/trace";
import type { CompressorAnswer, CompressorQuestion } from "./worker.ts";

/** Parts on their way, so that the worker never waits for this thread and few are in memory. */
const mostUnderway = 4;

/** Compresses parts to one gzip member in a worker, while this thread makes the next ones. Throws TraceError `store-failed`. */
export async function compressAway(parts: Parts): Promise<Uint8Array> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "compressor" });
  let underway = 0;
  let wake = (): void => undefined;
  const packed = new Promise<Uint8Array>((resolve, reject) => {
    const fail = () => reject(new TraceError("store-failed", "the compressor ended"));
    worker.addEventListener("error", fail);
    worker.addEventListener("message", ({ data }: MessageEvent<CompressorAnswer>) => {
      if (data.kind === "packed") resolve(data.bytes);
      else if (data.kind === "failed") fail();
      else {
        underway -= 1;
        wake();
      }
    });
  });
  const ask = (question: CompressorQuestion, transfer: Transferable[]) => worker.postMessage(question, transfer);
  const giveAll = async () => {
    for await (const part of parts) {
      while (underway === mostUnderway) await new Promise<void>((resolve) => (wake = resolve));
      // Its memory belongs to whoever made it.
      const bytes = part.slice();
      underway += 1;
      ask({ kind: "part", bytes }, [bytes.buffer]);
    }
    ask({ kind: "end" }, []);
  };
  try {
    const [bytes] = await Promise.all([packed, giveAll()]);
    return bytes;
  } finally {
    worker.terminate();
  }
}
