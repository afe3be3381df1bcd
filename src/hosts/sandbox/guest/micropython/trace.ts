import { headerLines } from "./body.ts";
import { names } from "./prelude.ts";

/**
 * The innermost line of the person's file in a traceback, which comes before the message, which may say anything.
 * @param last the person's file ends there.
 */
export function lineInTrace(trace: unknown, last: number): number | undefined {
  if (typeof trace !== "string" || last < 1) return undefined;
  const [, ...rest] = trace.split("\n");
  const end = rest.findIndex((line) => !line.startsWith("  "));
  const frames = rest.slice(0, end < 0 ? rest.length : end);
  const numbers = frames.map((frame) => Number(inFile.exec(frame)?.[1]) - headerLines).filter((line) => line === line);
  const line = numbers.at(-1);
  return line === undefined ? undefined : Math.min(Math.max(1, line), last);
}

const inFile = new RegExp(`^ {2}File "${names.file}", line (\\d{1,9})`);
