import { cutText, isLonger, maximumErrorLength, maximumNameLength, refusal } from "#pillars/sandbox";
import type { GuestEnding, GuestSetup } from "../engine.ts";
import type { Mailbox, Message } from "./mailbox.ts";

/** The run that goes on in an interpreter. */
export interface Course extends Pick<GuestSetup, "limits" | "border"> {
  readonly mailbox: Mailbox;
  /** Tells the code that call `id` was refused. */
  readonly refuse: (id: string, why: string) => void;
  /** The line of the person's file that the prelude gives an error, in whatever way it knows it. */
  readonly lineOf: (told: unknown) => number | undefined;
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
  const { limits, border, refuse } = course;
  const name = readJson(tool);
  let refused: string | undefined;
  if (isExtra) refused = refusal.inFlight(limits);
  else if (isTooLong || isLonger(argument, limits.valueBytes)) refused = refusal.argument("too-large", limits);
  else if (typeof name !== "string" || name.length > maximumNameLength) refused = refusal.tool("that name");
  else refused = border.call(Number(id), name, argument);
  if (refused !== undefined) refuse(id, refused);
}

function end({ border, beforeEnd, lineOf }: Course, { word, parts, isTooLong }: Message): void {
  beforeEnd();
  if (word === "value") border.end(isTooLong ? { how: "too-large" } : { how: "value", text: parts.join("\n") });
  else if (word === "not-json") border.end({ how: "not-json" });
  else border.end(thrown(parts.map(readJson), lineOf));
}

/** An error as the prelude describes it: the name of its class, its text, its place, and whether it is a denial that code let through. */
function thrown([name, message, place, isDenial]: readonly unknown[], lineOf: Course["lineOf"]): GuestEnding {
  if (name === "MemoryError") return { how: "out-of-memory" };
  const words = [name, message].filter((word) => typeof word === "string" && word !== "");
  const line = lineOf(place);
  return {
    how: "thrown",
    message: cutText(words.join(": ") || "The code raised an error without a message", maximumErrorLength),
    ...(line === undefined ? {} : { line }),
    isDenial: isDenial === true,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
