import type { LlmStep } from "#engine";
import type { Desk } from "./desk.ts";

/** What a step's answer may rest on: the passages it reads, and what tools have answered in this chat. */
export function answerSources({ documents = [] }: LlmStep, { memory }: Desk): readonly string[] {
  const results = memory.seen.flatMap((each) => (each.kind === "result" ? [JSON.stringify(each.value)] : []));
  return [...documents.flatMap(({ title, text }) => [title, text]), ...results];
}
