import type { Sighting } from "./search.ts";
import { eachWindow, Windows } from "./windows.ts";

/** Characters in a row of a code that no text has by chance. */
const pieceLength = 8;
/** Shorter values are not cut up: half of them would be a word. */
const shortestValue = 16;

/**
 * Where a text has given away half of a code, piece by piece and in any order: the piece with which it does, and those
 * after it. Codes only; half of a phrase is in any text about the same thing.
 */
export function piecesOf(text: string, value: string): Sighting[] {
  if (!isCode(value)) return [];
  const places = new Windows<number>();
  eachWindow(value, pieceLength, (hash, at) => places.set(hash, at));
  const given = new Set<number>();
  const found: { needle: Sighting["needle"]; start: number; end: number }[] = [];
  eachWindow(text, pieceLength, (hash, at) => {
    const place = places.get(hash);
    if (place === undefined) return;
    for (let offset = 0; offset < pieceLength; offset++) given.add(place + offset);
    if (given.size * 2 < value.length) return;
    const last = found.at(-1);
    if (last !== undefined && last.end >= at) last.end = at + pieceLength;
    else found.push({ needle: { squashed: value, isEncoded: true }, start: at, end: at + pieceLength });
  });
  return found;
}

/** The length of the longest end of `text`, short of a piece, that is in `value`. */
export function openPiece(text: string, value: string): number {
  if (!isCode(value)) return 0;
  for (let length = Math.min(pieceLength - 1, text.length); length > 0; length--)
    if (value.includes(text.slice(text.length - length))) return length;
  return 0;
}

function isCode(value: string): boolean {
  return value.length >= shortestValue && /\d/u.test(value) && /\p{L}/u.test(value);
}
