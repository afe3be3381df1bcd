import type { Piece } from "./view.ts";

/** In order; of pieces that overlap the first stands, and of those that begin together the longest. */
export function inOrder(pieces: readonly Piece[]): Piece[] {
  if (pieces.length < 2) return [...pieces];
  let at = 0;
  return pieces
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((piece) => {
      const isFree = piece.start >= at;
      if (isFree) at = piece.end;
      return isFree;
    });
}
