/** A stretch of text, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text derived from the original, whose every unit knows where it came from. */
export interface View {
  readonly kind: ViewKind;
  readonly text: string;
  /** Whether a reader of the rendered original would not see this text. */
  readonly hidden: boolean;
  /** The stretch of the original that `start..end` of this text came from. */
  readonly toOriginal: (start: number, end: number) => Span;
}
export type ViewKind = "plain" | "hidden" | "unmarked" | "joined" | "leet" | "decoded" | "rot13" | "reversed";

/** A piece of a derived text and the stretch of its parent that it replaces. */
export interface Piece extends Span {
  readonly text: string;
}

export function identityView(text: string): View {
  return { kind: "plain", text, hidden: false, toOriginal: (start, end) => ({ start, end }) };
}

/**
 * Joins pieces into a view. A piece of the same length as its stretch maps unit by unit, any other maps as a whole, so a
 * finding never points at less than the characters that produced it.
 */
export function assembleView(parent: View, kind: ViewKind, pieces: readonly Piece[], hidden = parent.hidden): View {
  const offsets = new Uint32Array(pieces.length + 1);
  let length = 0;
  for (const [index, piece] of pieces.entries()) {
    offsets[index] = length;
    length += piece.text.length;
  }
  offsets[pieces.length] = length;
  const toParent = (at: number, edge: "start" | "end"): number => {
    const index = pieceAt(offsets, edge === "end" ? at - 1 : at, pieces.length);
    const piece = pieces[index];
    if (piece === undefined) return 0;
    if (piece.text.length !== piece.end - piece.start) return piece[edge];
    return piece.start + at - (offsets[index] ?? 0);
  };
  return {
    kind,
    hidden,
    text: pieces.map((piece) => piece.text).join(""),
    toOriginal: (start, end) => parent.toOriginal(toParent(start, "start"), toParent(Math.max(end, start + 1), "end")),
  };
}

/** The index of the last piece that begins at or before `at`; empty pieces are passed over. */
function pieceAt(offsets: Uint32Array, at: number, count: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
