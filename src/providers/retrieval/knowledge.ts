import type { KnowledgeDocument } from "./chunk.ts";
import { createIndex } from "./search.ts";
import type { KnowledgeIndex, Passage } from "./search.ts";

/**
 * Search over documents given with each question, as a flow's knowledge is. The last index is kept: a conversation asks the
 * same documents again and again. Documents are values; a changed one is another object.
 */
export function createKnowledgeSearch(): (
  documents: readonly KnowledgeDocument[],
  query: string,
  limit: number,
) => Passage[] {
  let known: readonly KnowledgeDocument[] = [];
  let index: KnowledgeIndex = createIndex(known);
  return (documents, query, limit) => {
    const same = documents.length === known.length && documents.every((document, at) => document === known[at]);
    if (!same) {
      known = [...documents];
      index = createIndex(known);
    }
    return index.search(query, limit);
  };
}
