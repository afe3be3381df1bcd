import { TransformerError, type Transformer, type TransformerSetting } from "#pillars/firewall";
import { digestOfFile } from "./file-digest.ts";
import { answerOf, type Answer, type Question } from "./protocol.ts";

/** A fresh worker. */
export interface HostLine {
  readonly post: (question: Question) => void;
  /** What it answers, unchecked, or that it broke. */
  readonly listen: (answered: (answer: unknown) => void, broke: () => void) => void;
  readonly end: () => void;
}

export interface TransformerParts {
  /** The file that is kept under this SHA-256, if there is one. */
  readonly file: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly start: () => HostLine;
}

interface Open {
  readonly name: string;
  readonly line: HostLine;
}

/**
 * Asks a model in a worker, one text after the other. Whoever gives up waiting ends the worker with the question; the next
 * text starts another. Files are compared with their pinned digests whenever they are loaded, wherever they were kept.
 */
export function createTransformer(parts: TransformerParts): Transformer {
  let open: Open | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const close = (): void => {
    open?.line.end();
    open = undefined;
  };

  async function opened(setting: TransformerSetting, signal: AbortSignal): Promise<HostLine> {
    const name = `${setting.model.sha256} ${setting.tokenizer.sha256}`;
    if (open?.name === name) return open.line;
    close();
    const model = await checked(parts, setting.model.sha256);
    const tokenizer = await checked(parts, setting.tokenizer.sha256);
    signal.throwIfAborted();
    const line = parts.start();
    open = { name, line };
    await exchange(line, { kind: "load", model, tokenizer }, signal);
    return line;
  }

  async function score(text: string, setting: TransformerSetting, signal: AbortSignal): Promise<number> {
    signal.throwIfAborted();
    try {
      const line = await opened(setting, signal);
      const { attack, window } = setting;
      const answer = await exchange(line, { kind: "score", text, attack, window }, signal);
      if (answer.kind !== "score") throw new TransformerError("unusable");
      return answer.score;
    } catch (problem) {
      close();
      throw problem;
    }
  }

  return {
    score(text, setting, signal) {
      const mine = turn.then(() => score(text, setting, signal));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function checked({ file }: TransformerParts, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = sha256 === "" ? undefined : await file(sha256);
  if (bytes === undefined) throw new TransformerError("no-model");
  if ((await digestOfFile(bytes)) !== sha256) throw new TransformerError("wrong-model");
  return bytes;
}

function exchange(line: HostLine, question: Question, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    line.listen(
      (message) => {
        const answer = answerOf.safeParse(message).data ?? { kind: "unusable", sentence: "" };
        if (answer.kind === "unusable") reject(new TransformerError("unusable", answer.sentence));
        else resolve(answer);
      },
      () => reject(new TransformerError("unusable", "The model broke off.")),
    );
    line.post(question);
  });
}
