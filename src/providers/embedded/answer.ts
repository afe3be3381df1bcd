import { z } from "zod";
import type { JsonValue, LlmDocument } from "#engine";
import { createIndex, sentences, terms } from "../retrieval/index.ts";
import type { KnowledgeIndex, Passage } from "../retrieval/index.ts";
import { say } from "./reply.ts";
import type { Reply } from "./reply.ts";

/** Below this share of the question's words, the honest answer is that the documents do not say. */
const floor = 0.34;
/** Two documents whose scores differ by less than this share are offered as a choice. */
const margin = 0.08;
const longestExtract = 420;

const searchResult = z.looseObject({
  passages: z.array(z.looseObject({ title: z.string(), text: z.string(), documentId: z.string() })),
});

/** The passages of a knowledge search, if the result is one. */
export function passagesOf(result: JsonValue): LlmDocument[] | undefined {
  const parsed = searchResult.safeParse(result);
  return parsed.success
    ? parsed.data.passages.map(({ documentId, title, text }) => ({ id: documentId, title, text }))
    : undefined;
}

/** The passages that may answer, best first; none when the best one is below the floor. */
export function findPassages(question: string, documents: readonly LlmDocument[]): Passage[] {
  const found = indexOf(documents).search(question, 12);
  return found[0] && found[0].coverage >= floor ? found : [];
}

/** Several rules ask the same documents in one turn; an index lives no longer than the request that brought them. */
const indexes = new WeakMap<readonly LlmDocument[], KnowledgeIndex>();

function indexOf(documents: readonly LlmDocument[]): KnowledgeIndex {
  const known = indexes.get(documents) ?? createIndex(documents);
  indexes.set(documents, known);
  return known;
}

/** Quotes the best passage and cites it; offers up to three titles when it is not clear which one is meant. */
export function answer(question: string, documents: readonly LlmDocument[]): Reply | undefined {
  const passages = findPassages(question, documents);
  const [best] = passages;
  if (!best) return undefined;
  const titles = [...new Map(passages.map((passage) => [passage.documentId, passage])).values()];
  const [first, second] = titles;
  if (
    first &&
    second &&
    first.coverage < 0.75 &&
    second.coverage >= first.coverage &&
    (first.score - second.score) / first.score < margin
  ) {
    const options = titles.slice(0, 3);
    return say(
      `I found more than one text about that. Did you mean ${list(options.map(({ title }) => `“${title}”`))}?`,
      options.map(cite),
    );
  }
  return say(`${extract(question, best.text)} (Source: ${best.title})`, [cite(best)]);
}

export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1) ?? ""}`;
}

function cite({ documentId, title }: Passage) {
  return { documentId, title };
}

/** The best run of sentences: starts with the one that shares most words with the question, goes on while there is room. */
function extract(question: string, text: string): string {
  const wanted = new Set(terms(question));
  const all = sentences(text);
  const hits = all.map((sentence) => new Set(terms(sentence.text).filter((term) => wanted.has(term))).size);
  const start = hits.indexOf(Math.max(...hits));
  let end = start;
  while (all[end + 1] && (all[end + 1]?.end ?? 0) - (all[start]?.start ?? 0) <= longestExtract && end - start < 2)
    end += 1;
  return text
    .slice(all[start]?.start ?? 0, all[end]?.end ?? text.length)
    .replace(/\s+/g, " ")
    .trim();
}
