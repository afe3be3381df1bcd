import {
  createInspector,
  readClassifiers,
  shippedModel,
  type Inspector,
  type StreamInspection,
} from "#pillars/firewall";
import type { Answer, Answered, Asked, Question } from "./protocol.ts";

/** Inspects where no text, however long or hostile, can hold up the page. The address of the app is the worker's name. */
const inspector = load(new URL(shippedModel.file, self.name));
const streams = new Map<number, StreamInspection>();
/** Questions are answered one after the other, so that the pieces of a text stay in order. */
let turn: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  turn = turn.then(async () => {
    const answer: Answered = { id: data.id, ...(await answerTo(data).catch(failed)) };
    self.postMessage(answer);
  });
});

async function answerTo(question: Question): Promise<Answer> {
  const ready = await inspector;
  switch (question.kind) {
    case "inspect":
      return { kind: "verdict", verdict: await ready.inspect(question.input, question.policy) };
    case "open":
      streams.set(question.stream, ready.stream(question.input, question.policy));
      return { kind: "done" };
    case "push":
      return { kind: "release", release: await opened(question.stream).push(question.delta) };
    case "end": {
      const end = await opened(question.stream).end();
      streams.delete(question.stream);
      return { kind: "end", end };
    }
    case "abandon":
      streams.delete(question.stream);
      return { kind: "done" };
  }
}

function opened(stream: number): StreamInspection {
  const found = streams.get(stream);
  if (found === undefined) throw new Error("The firewall lost the beginning of this text, so nothing of it passes.");
  return found;
}

async function load(address: URL): Promise<Inspector> {
  const response = await fetch(address);
  if (!response.ok) throw new Error("The firewall's text model cannot be loaded, so nothing passes. Reload the page.");
  return createInspector(readClassifiers(new Uint8Array(await response.arrayBuffer())));
}

function failed(problem: unknown): Answer {
  return { kind: "failed", sentence: problem instanceof Error ? problem.message : String(problem) };
}
