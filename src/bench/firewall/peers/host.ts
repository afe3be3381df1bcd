import { processorTime } from "../processor-time.ts";
import { peers } from "./catalog.ts";
import { question } from "./messages.ts";
import type { Message } from "./messages.ts";
import { modes } from "./modes.ts";

/**
 * The process that one peer lives in, started by `open.ts`. A peer is foreign code: one of them starts threads that fail as
 * soon as it is loaded, and what fails there must not end the benchmark or be measured with the others.
 */
process.on("uncaughtException", () => undefined);

const [name] = process.argv.slice(2);
const peer = peers.find((each) => each.name === name);

try {
  if (peer === undefined) throw new Error(`There is no peer ${name}.`);
  const ask = await modes[peer.name]();
  process.on("message", (sent) => {
    void (async () => {
      const { text, task } = question.parse(sent);
      const start = processorTime();
      const said = await ask(text, task);
      tell({ kind: "answer", ...said, ms: processorTime() - start });
    })().catch(fail);
  });
  tell({ kind: "ready" });
} catch (problem) {
  fail(problem);
}

function fail(problem: unknown): void {
  const [sentence = ""] = (problem instanceof Error ? problem.message : String(problem)).split("\n");
  tell({ kind: "failed", sentence });
}

function tell(message: Message): void {
  process.send?.(message);
}
