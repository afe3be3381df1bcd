import { linesOf } from "./lines.ts";

/** What a command sees of the terminal or pipe it was started in. */
export interface Shell {
  /** Writes one line: the answer. With --json it is JSON and nothing else. */
  readonly out: (line: string) => void;
  /** Writes one line for the person. */
  readonly tell: (line: string) => void;
  /** Shows how far something has come, in place of what it showed before; an empty text clears it. Only where somebody looks on. */
  readonly progress?: (text: string) => void;
  readonly lines: () => AsyncIterable<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Someone sits there and can be asked. */
  readonly isTerminal: boolean;
  /** Aborts at the first Ctrl-C; a second one ends the process at once. */
  readonly interrupted: AbortSignal;
}

export function openShell(): Shell {
  const interrupt = new AbortController();
  process.on("SIGINT", () => {
    if (interrupt.signal.aborted) process.exit(130);
    interrupt.abort();
  });
  // Whoever reads our output may stop reading (`gatehouse ... | head`); that is no failure.
  process.stdout.on("error", () => process.exit(0));
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
    ...(process.stderr.isTTY && { progress: (text: string) => void process.stderr.write(`\r\x1b[K${text}`) }),
    lines() {
      // A read that waits for somebody to type ends with the stream, and then the process can end.
      interrupt.signal.addEventListener("abort", () => process.stdin.destroy());
      return linesOf(process.stdin);
    },
    environment: process.env,
    isTerminal: process.stdin.isTTY && process.stdout.isTTY,
    interrupted: interrupt.signal,
  };
}
