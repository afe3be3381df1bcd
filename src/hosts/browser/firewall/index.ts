import type { Inspector } from "#pillars/firewall";
import type { Answer, Answered, Question } from "./protocol.ts";

/** Longer than any text takes; whoever waits that long waits for nothing. */
const patienceMs = 20_000;
const late = "The firewall did not answer in time, so nothing passes.";
const gone = "The firewall stopped working, so nothing passes. Try again.";

interface Waiting {
  readonly answer: (answer: Answer) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * An inspector in a worker, started with the first text. A worker that fails or is late is ended, and everything that waits
 * for it is refused; the next text starts another.
 */
export function createWorkerInspector(base = new URL(import.meta.env.BASE_URL, document.baseURI)): Inspector {
  const ask = createAsking(() => {
    return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: base.href });
  });
  let streams = 0;
  return {
    async inspect(input, policy) {
      const answer = await ask({ kind: "inspect", input, policy });
      if (answer.kind !== "verdict") throw unexpected(answer);
      return answer.verdict;
    },
    stream(input, policy) {
      const stream = (streams += 1);
      // Answered in order, so nobody has to wait for the opening; if it fails, so does what follows.
      void ask({ kind: "open", stream, input, policy }).catch(() => undefined);
      return {
        async push(delta) {
          const answer = await ask({ kind: "push", stream, delta });
          if (answer.kind !== "release") throw unexpected(answer);
          return answer.release;
        },
        async end() {
          const answer = await ask({ kind: "end", stream });
          if (answer.kind !== "end") throw unexpected(answer);
          return answer.end;
        },
        abandon: () => void ask({ kind: "abandon", stream }).catch(() => undefined),
      };
    },
  };
}

/** One worker at a time, and a promise for each question. */
function createAsking(start: () => Worker): (question: Question) => Promise<Answer> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  const settle = (id: number, answer: Answer): void => {
    const found = waiting.get(id);
    if (found === undefined) return;
    waiting.delete(id);
    clearTimeout(found.timer);
    found.answer(answer);
  };
  const giveUp = (sentence: string): void => {
    worker?.terminate();
    worker = undefined;
    for (const id of [...waiting.keys()]) settle(id, { kind: "failed", sentence });
  };
  const open = (): Worker => {
    const fresh = start();
    fresh.addEventListener("message", ({ data: { id, ...answer } }: MessageEvent<Answered>) => settle(id, answer));
    fresh.addEventListener("error", () => giveUp(gone));
    return fresh;
  };
  return (question) =>
    new Promise((resolve) => {
      const id = (last += 1);
      worker ??= open();
      waiting.set(id, { answer: resolve, timer: setTimeout(() => giveUp(late), patienceMs) });
      worker.postMessage({ id, ...question });
    });
}

function unexpected(answer: Answer): Error {
  return new Error(answer.kind === "failed" ? answer.sentence : gone);
}
