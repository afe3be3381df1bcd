import type { LlmStep } from "#engine";
import type { LabelledText } from "#pillars/autonomy";
import type { Desk } from "./desk.ts";

/** What a step's answer may rest on: the passages it reads, and what tools have answered in this chat. */
export function answerSources({ documents = [] }: LlmStep, { memory }: Desk): readonly string[] {
  const results = memory.seen.flatMap((each) => (each.kind === "result" ? [writtenOut(each)] : []));
  return [...documents.flatMap(({ title, text }) => [title, text]), ...results];
}

/** Every step asks for every answer of the chat: each is written out once. */
const written = new WeakMap<LabelledText, string>();

function writtenOut(answer: LabelledText & { readonly kind: "result" }): string {
  const known = written.get(answer);
  if (known !== undefined) return known;
  const text = JSON.stringify(answer.value);
  written.set(answer, text);
  return text;
}
