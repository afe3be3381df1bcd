import MiniSearch from "minisearch";
import { chunk } from "./chunk.ts";
import type { Chunk, KnowledgeDocument } from "./chunk.ts";
import { terms, words } from "./words.ts";

export interface Passage extends Chunk {
  /** BM25 score; comparable only within one search. */
  readonly score: number;
  /** Share of the question's meaningful words that the passage or its titles contain, rare words counting more; 0 to 1. */
  readonly coverage: number;
}

export interface KnowledgeIndex {
  /** The best `k` passages, best first; equal scores keep the order of the documents. */
  search(query: string, k: number): Passage[];
}

/** Indexes documents for search by words: stemmed, without stop words, tolerant of small spelling mistakes. */
export function createIndex(documents: readonly KnowledgeDocument[]): KnowledgeIndex {
  const chunks = documents.flatMap(chunk);
  const index = new MiniSearch<{ id: number; title: string; heading: string; text: string }>({
    fields: ["title", "heading", "text"],
    tokenize: terms,
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 2, heading: 1.5 },
      fuzzy: tolerance,
      prefix: (term) => term.length >= 5,
      tokenize: queryTerms,
    },
  });
  index.addAll(chunks.map(({ title, heading, text }, id) => ({ id, title, heading, text })));
  const vocabularies = chunks.map((piece) => new Set(terms(`${piece.title} ${piece.heading} ${piece.text}`)));
  const rarity = (term: string) =>
    Math.log(2 + chunks.length / (1 + vocabularies.filter((set) => set.has(term)).length));

  return {
    search(query, k) {
      const wanted = queryTerms(query);
      const ranked = index.search(query).flatMap(({ id, score, queryTerms: found }) => {
        const order = Number(id);
        const piece = chunks[order];
        return piece ? [{ order, passage: { ...piece, score, coverage: share(wanted, new Set(found), rarity) } }] : [];
      });
      ranked.sort((left, right) => right.passage.score - left.passage.score || left.order - right.order);
      return ranked.slice(0, k).map(({ passage }) => passage);
    },
  };
}

/** A question made of stop words alone ("what about you?") is searched as it stands. */
function queryTerms(query: string): string[] {
  const meaningful = [...new Set(terms(query))];
  return meaningful.length > 0 ? meaningful : words(query);
}

/** Numbers and short words must match exactly: A1001 is not A1007. */
function tolerance(term: string): number | boolean {
  return /\d/.test(term) || term.length < 5 ? false : 0.2;
}

function share(wanted: readonly string[], found: ReadonlySet<string>, rarity: (term: string) => number): number {
  const total = wanted.reduce((sum, term) => sum + rarity(term), 0);
  const met = wanted.filter((term) => found.has(term)).reduce((sum, term) => sum + rarity(term), 0);
  return total === 0 ? 0 : met / total;
}
