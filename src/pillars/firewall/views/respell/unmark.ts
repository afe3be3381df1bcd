import { inOrder } from "../pieces.ts";
import type { Signs } from "../signs.ts";
import type { Piece } from "../view.ts";
import { isTrigger } from "../vocabulary.ts";

const tag = /<\/?([a-z][a-z0-9]{0,15})[^<>]{0,300}>/giu;
/** Tags that part words on the page as well. */
const block = /^(?:br|hr|p|div|li|ul|ol|td|th|tr|table|h[1-6]|section|article|option|dd|dt|blockquote)$/iu;
/** The marks of emphasis that break a word in two for a machine, not for a reader. */
const emphasis =
  /(?<=[\p{L}\p{N}])(?:\*{1,3}|_{2,3}|~~|`)(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~|`)(?=\p{L})|(?<=[\p{L}.!:])(?:\*{1,3}|_{1,3}|~~|`)(?![\p{L}\p{N}])/gu;
const link = /\[([^[\]]{1,80})\]\([^()\s]{0,300}(?:\s"[^"\n]{0,100}")?\)/gu;
/** White space that no single space is. Only beside a word of orders does it matter how words are set. */
const gap = /[ \t]{2,8}(?=\p{L})|[ \t]?\r?\n[ \t>*#-]{0,4}(?=\p{L})/gu;
const wordBefore = /(\p{L}{2,14})[,;]?$/u;
const longestWord = 14;
const wordAfter = /^\p{L}{1,14}/u;
/** The longest word, the sign after it and more. */
const reach = 16;
const longestComment = 4000;

/** What a page or document shows without: tags, comments, emphasis, link targets, line ends inside an order. */
export function unmarkedPieces(text: string, signs: Signs): Piece[] {
  const pieces = [
    ...(signs.count("<") > 0 ? comments(text) : []),
    ...(signs.count("<") > 0 ? tags(text) : []),
    ...(signs.count("*_~`") > 0 ? removals(text, emphasis) : []),
    ...(signs.count("]") > 0 && signs.count("(") > 0 ? links(text) : []),
    ...(signs.count("\n\t") > 0 || text.includes("  ") ? gaps(text) : []),
  ];
  return inOrder(pieces);
}

function* tags(text: string): Generator<Piece> {
  for (const match of text.matchAll(tag)) {
    const shown = block.test(match[1] ?? "") ? " " : "";
    yield { start: match.index, end: match.index + match[0].length, text: shown, effort: "mild" };
  }
}

function* comments(text: string): Generator<Piece> {
  let open = text.indexOf("<!--");
  while (open !== -1) {
    const close = text.indexOf("-->", open + 4);
    if (close === -1) return;
    if (close - open < longestComment) yield { start: open, end: close + 3, text: "", effort: "mild" };
    open = text.indexOf("<!--", close);
  }
}

function* removals(text: string, pattern: RegExp): Generator<Piece> {
  for (const match of text.matchAll(pattern))
    yield { start: match.index, end: match.index + match[0].length, text: "", effort: "mild" };
}

function* links(text: string): Generator<Piece> {
  for (const match of text.matchAll(link)) {
    const start = match.index;
    const labelEnd = start + 1 + (match[1]?.length ?? 0);
    yield { start, end: start + 1, text: "", effort: "mild" };
    yield { start: labelEnd, end: start + match[0].length, text: "", effort: "mild" };
  }
}

function* gaps(text: string): Generator<Piece> {
  for (const match of text.matchAll(gap)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = lastWord(text, start);
    if (before === undefined) continue;
    const after = wordAfter.exec(text.slice(end, end + reach))?.[0] ?? "";
    if (isTrigger(before.toLowerCase()) || isTrigger(after.toLowerCase()))
      yield { start, end, text: " ", effort: "mild" };
  }
}

/** The word that ends here or a sign before; of a longer one its end. */
function lastWord(text: string, end: number): string | undefined {
  const last = text.charCodeAt(end - 1);
  const to = last === 0x2c || last === 0x3b ? end - 1 : end;
  let from = to;
  while (from > 0 && to - from < longestWord && isAsciiLetter(text.charCodeAt(from - 1))) from -= 1;
  // Whether a character beyond ASCII is a letter the pattern knows.
  const isPlain = from === 0 || text.charCodeAt(from - 1) < 0x80;
  if (!isPlain) return wordBefore.exec(text.slice(Math.max(0, end - reach), end))?.[1];
  return to - from < 2 ? undefined : text.slice(from, to);
}

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
