import { normalised } from "../normalise.ts";
import { inOrder } from "../pieces.ts";
import type { Signs } from "../signs.ts";
import type { Piece } from "../view.ts";
import { alphabets } from "./alphabets.ts";
import { bases } from "./bases.ts";
import type { Encoding } from "./encoding.ts";
import { escapes } from "./escapes.ts";
import { numbers } from "./numbers.ts";

/** Every encoding that is read. Of two readings of one stretch the longer stands. */
const encodings: readonly Encoding[] = [...escapes, ...numbers, ...bases, ...alphabets];

/** Every stretch of a text that is an encoding of other text, read once; encodings within stay. */
export function decodedPieces(text: string, signs: Signs): Piece[] {
  const found = encodings
    .flatMap(({ isLikely, read }) => (isLikely(signs, text) ? [[...read(text, signs)]] : []))
    .filter(isSome);
  const pieces = found.length > 1 ? inOrder(found.flat()) : (found[0] ?? []);
  return pieces.map((piece) => {
    const text = normalised(piece.text);
    return text === piece.text ? piece : { ...piece, text };
  });
}

function isSome(pieces: readonly Piece[]): boolean {
  return pieces.length > 0;
}
