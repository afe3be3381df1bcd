import { z } from "zod";

export interface Judgement {
  readonly verdict: "pass" | "stop";
  readonly reason: string;
}

/** More than a judgement needs. In characters. */
export const mostAnswer = 4000;

const judgement = z.strictObject({ verdict: z.enum(["pass", "stop"]), reason: z.string() });

/**
 * A judge's answer. Undefined unless it is exactly the one object that was asked for, in a code fence at most: one that says
 * something beside it, or says the same thing twice, may mean anything.
 */
export function readJudgement(answer: string): Judgement | undefined {
  if (answer.length > mostAnswer) return undefined;
  const text = withoutFence(answer.trim());
  // JSON.parse lets the last of two members of one name win: two names and two values are four strings.
  if (text.match(/"(?:[^"\\]|\\.)*"/gsu)?.length !== 4) return undefined;
  const read = judgement.safeParse(parsed(text));
  return read.success ? { verdict: read.data.verdict, reason: oneSentence(read.data.reason) } : undefined;
}

function withoutFence(text: string): string {
  const inside = /^```(?:json)?\n([^`]*)\n```$/u.exec(text)?.[1];
  return inside ?? text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const longestReason = 160;

/**
 * The judge has read a hostile text and may repeat it: its reason becomes one short line of words, without anything that could be
 * markup, an address or a placeholder.
 */
export function oneSentence(reason: string): string {
  const words = reason
    .slice(0, 4 * longestReason)
    .normalize("NFKC")
    .replace(/[^\p{L}\p{M}\p{N} .,;!?'()%-]+/gu, " ")
    .replace(/ {2,}/gu, " ")
    .trim();
  const end = words.search(/[.!?](?: |$)/u);
  const sentence = end === -1 ? words : words.slice(0, end);
  return sentence.length <= longestReason ? sentence : `${sentence.slice(0, longestReason).trimEnd()}…`;
}
