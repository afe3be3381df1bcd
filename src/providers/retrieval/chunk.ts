import { sentences } from "./words.ts";

/** A text that can be searched. `text` may use Markdown headings. */
export interface KnowledgeDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** One piece of a document: `document.text.slice(start, end)`; offsets are UTF-16 units. */
export interface Chunk {
  readonly documentId: string;
  readonly title: string;
  /** The nearest heading above the piece, or "". */
  readonly heading: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly heading: string;
}

const targetLength = 900;

/**
 * Cuts a document at headings, then fills pieces of about 900 characters with whole paragraphs; a longer paragraph is
 * cut between sentences, and a longer sentence between words. Every piece is an exact slice of the text, in order.
 */
export function chunk(document: KnowledgeDocument): Chunk[] {
  const pieces: Chunk[] = [];
  let open: Span | undefined;
  const close = () => {
    if (!open) return;
    const { start, end, heading } = open;
    pieces.push({
      documentId: document.id,
      title: document.title,
      heading,
      text: document.text.slice(start, end),
      start,
      end,
    });
    open = undefined;
  };
  for (const span of paragraphs(document.text).flatMap((paragraph) => split(document.text, paragraph))) {
    if (open && (open.heading !== span.heading || span.end - open.start > targetLength)) close();
    open = open ? { ...open, end: span.end } : span;
  }
  close();
  return pieces;
}

function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let heading = "";
  for (const block of text.matchAll(/[^\n](?:[^\n]|\n(?!\s*\n))*/g)) {
    let start = block.index;
    const title = /^ {0,3}#{1,6}[ \t]+([^\n]*)\n?/.exec(block[0]);
    if (title) {
      heading = (title[1] ?? "").trim();
      start += title[0].length;
    }
    const body = text.slice(start, block.index + block[0].length);
    const trimmed = body.trim();
    if (trimmed === "") continue;
    const from = start + body.indexOf(trimmed);
    spans.push({ start: from, end: from + trimmed.length, heading });
  }
  return spans;
}

function split(text: string, paragraph: Span): Span[] {
  if (paragraph.end - paragraph.start <= targetLength) return [paragraph];
  return sentences(text.slice(paragraph.start, paragraph.end)).flatMap((sentence) =>
    splitWords(text, {
      heading: paragraph.heading,
      start: paragraph.start + sentence.start,
      end: paragraph.start + sentence.end,
    }),
  );
}

function splitWords(text: string, sentence: Span): Span[] {
  const spans: Span[] = [];
  let { start } = sentence;
  while (sentence.end - start > targetLength) {
    const space = text.lastIndexOf(" ", start + targetLength);
    const end = space > start ? space : start + targetLength;
    spans.push({ ...sentence, start, end });
    start = space > start ? end + 1 : end;
  }
  if (start < sentence.end) spans.push({ ...sentence, start });
  return spans;
}
