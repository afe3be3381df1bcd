import { assembleView } from "./view.ts";
import type { Piece, View } from "./view.ts";

/** Tag characters mirror ASCII at U+E0000 and show nothing; text written in them is meant for a machine. */
const tagRun = /[\u{e0020}-\u{e007e}]{3,}/gu;
/** Variation selectors can carry bytes: U+FE00..FE0F are 0..15, U+E0100..E01EF are 16..255. */
const selectorRun = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{4,}/gu;

/**
 * Texts that a reader of the rendered page does not see. Every gap is bounded, so that a hostile page of openings without
 * ends costs linear time.
 */
const hiddenMarkup: readonly RegExp[] = [
  /<[a-z]{1,12}\s[^<>]{0,300}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|(?<![-\w])color\s*:\s*(?:#fff\b|#ffffff|white)|\bhidden\b|left\s*:\s*-\d{3,})[^<>]{0,300}>([^<]{3,2000})/giu,
  /<(?:script|style|template|noscript)\b[^<>]{0,200}>([^<]{3,2000})/giu,
  /\b(?:alt|title|aria-label|data-[a-z-]{1,30}|content)\s*=\s*"([^"]{8,1000})"/giu,
  /\b(?:alt|title|aria-label|data-[a-z-]{1,30}|content)\s*=\s*'([^']{8,1000})'/giu,
  /!\[([^\]\n]{8,600})\]\(/gu,
  /^\[\/\/\]:\s{0,3}#\s{0,3}\(([^)\n]{3,1000})\)/gmu,
];

/** One view per hidden stretch. */
export function hiddenViews(original: View): View[] {
  const text = original.text;
  const views: View[] = [];
  for (const match of text.matchAll(tagRun)) views.push(hiddenView(original, match.index, match[0], fromTags));
  for (const match of text.matchAll(selectorRun))
    views.push(hiddenView(original, match.index, match[0], fromSelectors));
  for (const comment of comments(text)) views.push(assembleView(original, "hidden", [comment], true));
  if (!text.includes("<") && !text.includes("](") && !text.includes("[//]")) return views;
  for (const pattern of hiddenMarkup) {
    for (const match of text.matchAll(pattern)) {
      const inner = match[1] ?? "";
      const start = match.index + match[0].lastIndexOf(inner);
      views.push(assembleView(original, "hidden", [{ start, end: start + inner.length, text: inner }], true));
    }
  }
  return views;
}

/** HTML comments; one that never ends hides the rest of the text. */
function* comments(text: string): Generator<Piece> {
  let open = text.indexOf("<!--");
  while (open !== -1) {
    const start = open + 4;
    const close = text.indexOf("-->", start);
    const end = close === -1 ? text.length : close;
    yield { start, end, text: text.slice(start, end) };
    open = close === -1 ? -1 : text.indexOf("<!--", close);
  }
}

function hiddenView(original: View, start: number, run: string, read: (character: string) => string): View {
  const pieces: Piece[] = [];
  let at = start;
  for (const character of run) {
    pieces.push({ start: at, end: at + character.length, text: read(character) });
    at += character.length;
  }
  return assembleView(original, "hidden", pieces, true);
}

function fromTags(character: string): string {
  return String.fromCharCode((character.codePointAt(0) ?? 0xe0020) - 0xe0000);
}

function fromSelectors(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const byte = point >= 0xe0100 ? point - 0xe0100 + 16 : point - 0xfe00;
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : " ";
}
