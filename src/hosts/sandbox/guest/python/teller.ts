import { cutText, isLonger, maximumErrorLength, maximumNameLength, refusal } from "#pillars/sandbox";
import type { GuestEnding, GuestSetup } from "../engine.ts";
import { headerLines } from "./body.ts";
import type { Interpreter, PythonFunction } from "./interpreter.ts";
import type { Mailbox, Message } from "./mailbox.ts";
import { names } from "./prelude.ts";

/** The run that goes on in an interpreter. */
export interface Course extends Pick<GuestSetup, "limits" | "border"> {
  readonly interpreter: Interpreter;
  readonly mailbox: Mailbox;
  /** The prelude's function that takes an answer. */
  readonly answer: PythonFunction;
  /** The person's file ends there. */
  readonly lastLine: number;
  /** Called before the end is told. */
  readonly beforeEnd: () => void;
}

/**
 * Passes on what the prelude said in a turn. Whoever forges a message says no more than code may say anyway.
 * @returns whether code waits for nothing but to be gone on with.
 */
export function tellAll(course: Course): boolean {
  let isResting = false;
  for (let message = course.mailbox.take(); message !== undefined; message = course.mailbox.take()) {
    if (message.word === "call") offer(course, message);
    else if (message.word === "rest") isResting = true;
    else end(course, message);
  }
  return isResting;
}

function offer(course: Course, { parts: [id = "", tool = "", argument = ""], isTooLong, isExtra }: Message): void {
  const { limits, border, interpreter, answer } = course;
  const name = readJson(tool);
  let refused: string | undefined;
  if (isExtra) refused = refusal.inFlight(limits);
  else if (isTooLong || isLonger(argument, limits.valueBytes)) refused = refusal.argument("too-large", limits);
  else if (typeof name !== "string" || name.length > maximumNameLength) refused = refusal.tool("that name");
  else refused = border.call(Number(id), name, argument);
  if (refused !== undefined) interpreter.call(answer, id, "failed", refused);
}

function end({ border, beforeEnd, lastLine }: Course, { word, parts, isTooLong }: Message): void {
  beforeEnd();
  if (word === "value") border.end(isTooLong ? { how: "too-large" } : { how: "value", text: parts.join("\n") });
  else border.end(thrown(parts.map(readJson), lastLine));
}

/** An error as the prelude describes it: the name of its class, its text, its traceback, and whether it is a denial that code let through. */
function thrown([name, message, trace, isDenial]: readonly unknown[], last: number): GuestEnding {
  if (name === "MemoryError") return { how: "out-of-memory" };
  const words = [name, message].filter((word) => typeof word === "string" && word !== "");
  return {
    how: "thrown",
    message: cutText(words.join(": ") || "The code raised an error without a message", maximumErrorLength),
    ...(typeof trace === "string" ? lineOf(trace, last) : {}),
    isDenial: isDenial === true,
  };
}

/** The innermost line of the person's file; the traceback comes before the message, which may say anything. */
function lineOf(trace: string, last: number): { line?: number } {
  const [, ...rest] = trace.split("\n");
  const end = rest.findIndex((line) => !line.startsWith("  "));
  const frames = rest.slice(0, end < 0 ? rest.length : end);
  const numbers = frames.map((frame) => Number(inFile.exec(frame)?.[1]) - headerLines).filter((line) => line === line);
  const line = numbers.at(-1);
  return line === undefined || last < 1 ? {} : { line: Math.min(Math.max(1, line), last) };
}

const inFile = new RegExp(`^ {2}File "${names.file}", line (\\d{1,9})`);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
