import type { Answer, Question } from "../protocol.ts";
import { loadClassifier, type Classifier } from "./classifier.ts";
import { Unusable } from "./unusable.ts";

export interface GuestLine {
  readonly post: (answer: Answer) => void;
  readonly listen: (listener: (question: Question) => void) => void;
}

/** Answers questions about one model, in a worker: a graph may take forever, and whoever asks ends the worker then. */
export function serveClassifier(line: GuestLine, engine: () => Promise<Uint8Array>): void {
  let loaded: Promise<Classifier> | undefined;
  const answer = async (question: Question): Promise<Answer> => {
    if (question.kind === "load") {
      loaded = engine()
        .catch(noEngine)
        .then((bytes) => loadClassifier(question.model, question.tokenizer, bytes));
      await loaded;
      return { kind: "ready" };
    }
    if (loaded === undefined) throw new Unusable("No model was loaded.");
    return { kind: "score", score: await (await loaded).score(question.text, question.attack, question.window) };
  };
  line.listen((question) => void answer(question).catch(unusable).then(line.post));
}

/** What the runtime says about a graph may repeat names that somebody else chose; only our own sentences go on. */
function unusable(problem: unknown): Answer {
  return { kind: "unusable", sentence: problem instanceof Unusable ? problem.message : "The model broke off." };
}

function noEngine(): never {
  throw new Unusable("The runtime for models could not be loaded.");
}
