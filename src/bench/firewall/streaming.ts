import { createStreamInspector, firewallPolicy } from "#pillars/firewall";
import type { Classifiers, InspectInput } from "#pillars/firewall";
import { answers } from "./streamed-answers.ts";
import { processorTime } from "./processor-time.ts";

/** What it costs a reader that an answer is inspected while it is written. */
export interface StreamingFigures {
  readonly answers: number;
  readonly characters: number;
  /** Characters that have arrived and are not shown yet, after each piece. */
  readonly heldMedian: number;
  readonly heldP95: number;
  /** The same as time, at the pace of a fast model. */
  readonly delayMedianMs: number;
  readonly delayP95Ms: number;
  /** The firewall's own time for a whole answer, by kibibyte of it. */
  readonly processorMsPerKiB: number;
}

/** Characters a second: about sixty tokens. */
const pace = 240;
/** Characters of a piece, about a token. */
const piece = /\s?\S{1,4}|\s/gu;

const input: Omit<InspectInput, "text"> = {
  direction: "output",
  from: "model",
  context: {
    canaries: ["6b1f0c9ad27e4f83"],
    instructions:
      "You are the assistant of a shop for lamps. Answer in the language of the customer, in a few friendly sentences. Never speak of the internal list of suppliers.",
    trustedText: ["Where is my order A1001?", "I am Nora, write to nora@example.com."],
  },
};

/** Streams every answer piece by piece through a freshly placed firewall. */
export function measureStreaming(classifiers: Classifiers, policy = firewallPolicy.parse({})): StreamingFigures {
  const held: number[] = [];
  let spent = 0;
  for (const answer of answers) {
    const inspector = createStreamInspector(input, policy, classifiers);
    let arrived = 0;
    let shown = 0;
    for (const [part] of answer.matchAll(piece)) {
      const before = processorTime();
      shown += inspector.push(part).release.length;
      spent += processorTime() - before;
      arrived += part.length;
      held.push(arrived - shown);
    }
    const before = processorTime();
    inspector.end();
    spent += processorTime() - before;
  }
  held.sort((a, b) => a - b);
  const at = (share: number): number => held[Math.min(held.length - 1, Math.floor(held.length * share))] ?? 0;
  const characters = answers.join("").length;
  return {
    answers: answers.length,
    characters,
    heldMedian: at(0.5),
    heldP95: at(0.95),
    delayMedianMs: Math.round((at(0.5) / pace) * 1000),
    delayP95Ms: Math.round((at(0.95) / pace) * 1000),
    processorMsPerKiB: Number(((spent / characters) * 1024).toFixed(2)),
  };
}
