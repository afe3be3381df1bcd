import type { Span } from "../views/view.ts";
import type { Link } from "./link.ts";

/** What of Markdown leads somewhere, in order. A use has its address where its label is defined, before or after it. */
export type MarkdownPiece =
  | Link
  | (Span & { readonly form: "use"; readonly label: string })
  | (Span & { readonly form: "definition"; readonly label: string; readonly url: string });

export interface MarkdownScan {
  readonly pieces: readonly MarkdownPiece[];
  /** Where something begins that the text has not ended yet, or the length of the text. */
  readonly open: number;
}

/** The bounds of one link, in characters. What is longer is found by its address alone, or not worth waiting for. */
const longestLabel = 300;
const longestTitle = 300;
export const longestUrl = 8000;
const longestGap = 40;

/** Finds links, images and definitions in one pass: brackets go on a stack, and an address is read once. */
export function scanMarkdown(text: string): MarkdownScan {
  const scan = { text, pieces: [] as MarkdownPiece[], open: text.length };
  /** Offsets of opening brackets, negative for an image's. */
  const brackets: number[] = [];
  let at = nextBracket(text, 0);
  while (at < text.length) {
    const isOpening = text.charAt(at) === "[";
    if (isOpening) brackets.push(text.charAt(at - 1) === "!" && !isEscaped(text, at - 1) ? -at : at);
    const end = isOpening ? at + 1 : readAfter(scan, at, brackets.pop());
    at = nextBracket(text, end);
  }
  const unclosed = brackets.find((bracket) => Math.abs(bracket) >= text.length - longestLabel);
  if (unclosed !== undefined) wait(scan, openerStart(unclosed));
  return scan;
}

type Scan = { readonly text: string; readonly pieces: MarkdownPiece[]; open: number };

function wait(scan: Scan, from: number): void {
  scan.open = Math.min(scan.open, from);
}

function openerStart(bracket: number): number {
  return bracket < 0 ? -bracket - 1 : bracket;
}

/** The next square bracket that no backslash takes for a letter, or the length of the text. */
function nextBracket(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x5b || code === 0x5d) return at;
  }
  return text.length;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (slashes < longestGap && text.charAt(at - 1 - slashes) === "\\") slashes += 1;
  return slashes % 2 === 1;
}

/** Reads what follows the closing bracket at `close`, and gives back where to go on. */
function readAfter(scan: Scan, close: number, bracket: number | undefined): number {
  const { text } = scan;
  const label = bracket === undefined ? undefined : text.slice(Math.abs(bracket) + 1, close);
  const isNear = label !== undefined && label.length <= longestLabel;
  const isImage = bracket !== undefined && bracket < 0;
  const start = bracket !== undefined && isNear ? openerStart(bracket) : close;
  if (close + 1 >= text.length) wait(scan, start);
  const next = text.charAt(close + 1);
  if (next === "(") {
    const target = readTarget(text, close + 2);
    if (target.isOpen) wait(scan, start);
    if (target.url === "") return close + 1;
    const place = { start: isImage ? start : close, end: target.end, url: target.url };
    scan.pieces.push(
      isImage ? { form: "image", ...place } : { form: "link", ...place, ...(isNear && { shown: label }) },
    );
    return target.end;
  }
  if (!isNear || bracket === undefined) return close + 1;
  if (next === ":" && !isImage && isLineStart(text, start)) return readDefinition(scan, start, close, label);
  if (isImage) readUse(scan, start, close, label);
  return close + 1;
}

/** `![alt][label]`, `![label][]` or `![label]`. */
function readUse(scan: Scan, start: number, close: number, alt: string): void {
  const { text } = scan;
  const hasLabel = text.charAt(close + 1) === "[";
  const end = hasLabel ? closingWithin(text, "]", close + 2, longestLabel) : close;
  if (end === undefined) {
    if (text.length - close <= longestLabel) wait(scan, start);
    return;
  }
  const label = hasLabel ? text.slice(close + 2, end) : alt;
  scan.pieces.push({ form: "use", label: asLabel(label === "" ? alt : label), start, end: end + 1 });
}

/** `[label]: address` at the beginning of a line; the address may stand on the next one. */
function readDefinition(scan: Scan, start: number, close: number, label: string): number {
  const { text } = scan;
  const from = afterGap(text, close + 2);
  const target = readAddress(text, from);
  if (target.isOpen && text.length - close <= longestUrl + longestGap) wait(scan, start);
  if (target.url === "") return close + 1;
  scan.pieces.push({ form: "definition", label: asLabel(label), url: target.url, start, end: target.end });
  return target.end;
}

/** Only indentation and the marks of quotations and lists stand before it on its line. */
function isLineStart(text: string, at: number): boolean {
  return /(?:^|\n)[ \t>*+\d.-]{0,16}$/u.test(text.slice(Math.max(0, at - 17), at));
}

/** Labels are compared without regard to case and white space. */
function asLabel(label: string): string {
  return label.trim().replace(/\s+/gu, " ").toLowerCase();
}

interface Target {
  readonly url: string;
  readonly end: number;
  /** The text ends before the target does. */
  readonly isOpen: boolean;
}

/** `address "title")`, from just after the opening parenthesis. Without an end the address stands for itself. */
function readTarget(text: string, from: number): Target {
  const address = readAddress(text, afterGap(text, from));
  if (address.isOpen || address.url === "") return address;
  const after = afterGap(text, address.end);
  if (after >= text.length) return { ...address, isOpen: true };
  const mark = text.charAt(after);
  if (mark === ")") return { ...address, end: after + 1 };
  const titleEnd = mark === "(" ? ")" : mark;
  if (!`"')`.includes(titleEnd)) return address;
  const closed = closingWithin(text, titleEnd, after + 1, longestTitle);
  const last = closed === undefined ? undefined : closingWithin(text, ")", closed + 1, longestTitle);
  if (last !== undefined) return { ...address, end: last + 1 };
  return { ...address, isOpen: text.length - after <= 2 * longestTitle };
}

/** An address in angle brackets, or up to white space or a parenthesis that it has not opened. */
function readAddress(text: string, from: number): Target {
  const isBracketed = text.charAt(from) === "<";
  const start = isBracketed ? from + 1 : from;
  const limit = Math.min(text.length, start + longestUrl);
  let depth = 0;
  let end = start;
  for (; end < limit; end++) {
    const character = text.charAt(end);
    if (isBracketed ? character === ">" || character === "\n" : character <= " ") break;
    if (isBracketed) continue;
    if (character === "(") depth += 1;
    else if (character === ")" && --depth < 0) break;
  }
  const url = text.slice(start, end);
  const isOpen = end >= text.length;
  return { url, end: isBracketed && text.charAt(end) === ">" ? end + 1 : end, isOpen };
}

function afterGap(text: string, from: number): number {
  let at = from;
  while (at < from + longestGap && /\s/u.test(text.charAt(at))) at += 1;
  return at;
}

function closingWithin(text: string, mark: string, from: number, most: number): number | undefined {
  const limit = Math.min(text.length, from + most);
  for (let at = from; at < limit; at++) {
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === mark) return at;
  }
  return undefined;
}
