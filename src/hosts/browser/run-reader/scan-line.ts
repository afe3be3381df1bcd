import { TraceError } from "#pillars/trace";
import type { ReadPage } from "./brief.ts";

/** A run to read from the database of that name; the first steps are known already and only checked. */
export interface ScanQuestion {
  readonly database: string;
  readonly origin: string;
  readonly vkey: string;
  readonly first: number;
}

/** `broken`: the log contradicts itself. `failed`: it could not be read. */
export type ScanAnswer = ({ readonly kind: "page" } & ReadPage) | { readonly kind: "end" | "broken" | "failed" };

/** The pages that a worker reads. Ends the worker when the reader stops; throws TraceError when the log contradicts itself. */
export async function* scanAway(question: ScanQuestion): AsyncGenerator<ReadPage> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "run-reader" });
  const waiting: ScanAnswer[] = [];
  let wake = (): void => undefined;
  const hear = (answer: ScanAnswer) => {
    waiting.push(answer);
    wake();
  };
  worker.addEventListener("message", ({ data }: MessageEvent<ScanAnswer>) => hear(data));
  worker.addEventListener("error", () => hear({ kind: "failed" }));
  worker.postMessage(question);
  try {
    for (;;) {
      const next = waiting.shift();
      if (next === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else if (next.kind === "page") yield next;
      else if (next.kind === "end") return;
      else throw new TraceError(next.kind === "broken" ? "bad-line" : "store-failed");
    }
  } finally {
    worker.terminate();
  }
}
