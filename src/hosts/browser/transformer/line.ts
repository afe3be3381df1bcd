import type { HostLine } from "#hosts/transformer";

export function startTransformerWorker(): HostLine {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "transformer" });
  let answered: (answer: unknown) => void = () => undefined;
  let broke = (): void => undefined;
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => answered(data));
  worker.addEventListener("error", () => broke());
  return {
    post: (question) => worker.postMessage(question),
    listen: (next, nextBroke) => {
      answered = next;
      broke = nextBroke;
    },
    end: () => worker.terminate(),
  };
}
