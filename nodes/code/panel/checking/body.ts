import type { Diagnostic } from "./diagnostic.ts";

/** A text that the checker takes for the code, and where the code begins in it. */
export interface Body {
  readonly text: string;
  readonly start: number;
}

const openings: Readonly<Record<string, string>> = {
  typescript: "async function step(): Promise<JsonValue | void> {\n",
  javascript: "/** @returns {Promise<JsonValue | void>} */\nasync function step() {\n",
};

/**
 * The code as what it is, the body of an async function: only in one does the checker look at what is returned.
 * @returns undefined in a language that is not checked.
 */
export function bodyOf(source: string, language: string): Body | undefined {
  const opening = openings[language];
  return opening === undefined ? undefined : { text: `${opening}${source}\n}\n`, start: opening.length };
}

/** A finding by its place in the code: offsets, in UTF-16 units. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** The checker's words. */
  readonly message: string;
  /** Where what is returned cannot leave as it is: a promise that nobody waits for, or anything else that is no JSON. */
  readonly lost?: "promise" | "other";
  readonly weight: "error" | "warning" | "hint";
  /** The code there does nothing. */
  readonly isUnused: boolean;
}

/** Whether a finding is about style (80005 to 80007), or only that a type was not written (7005 to 7053). */
function isUnwanted(code: number): boolean {
  return (code >= 7005 && code <= 7053 && code !== 7027) || (code >= 80_005 && code <= 80_007);
}

/** What the checker says of the code itself. What it says of the function around it is ours, and left out. */
export function findingsOf(diagnostics: readonly Diagnostic[], { text, start }: Body): readonly Finding[] {
  const last = text.length - "\n}\n".length;
  return diagnostics.flatMap(({ code, category, start: at = 0, length = 1, messageText, reportsUnnecessary }) => {
    const sentences = sentencesOf(messageText);
    const lost = lostIn(sentences);
    if (at < start || at > last || isUnwanted(code) || lost === "unsure") return [];
    return {
      start: at - start,
      end: Math.min(at + length, last) - start,
      message: sentences.join("\n"),
      ...(lost !== undefined && { lost }),
      weight: category === 1 ? "error" : category === 0 ? "warning" : "hint",
      isUnused: reportsUnnecessary !== undefined,
    };
  });
}

/** What the checker says of promises, maps, sets, functions, big integers and symbols. */
const neverJson =
  /Types of property '\[Symbol\.(?:toStringTag|hasInstance)\]'|Type '(?:bigint|symbol|unique symbol|\([^']*\) => [^']*)' is not/u;

/**
 * What the checker holds against a value that is returned; undefined where it speaks of something else. It is unsure of a type that
 * does not say what it holds, of an interface, which has fields and no index, and of much else that may well be JSON.
 */
function lostIn([first = "", ...more]: readonly string[]): Finding["lost"] | "unsure" {
  if (!/to type '[^']*\bJsonValue\b/u.test(first)) return undefined;
  const why = [first, ...more].join("\n");
  if (!neverJson.test(why)) return "unsure";
  return why.includes("'Promise<") ? "promise" : "other";
}

function sentencesOf(message: Diagnostic["messageText"], depth = 0): readonly string[] {
  if (typeof message === "string") return [message];
  const own = `${"  ".repeat(depth)}${message.messageText}`;
  return [own, ...(message.next ?? []).flatMap((next) => sentencesOf(next, depth + 1))];
}
