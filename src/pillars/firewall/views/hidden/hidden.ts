import { onlyPieces } from "../assemble.ts";
import { normalised } from "../normalise.ts";
import { inOrder } from "../pieces.ts";
import type { Piece, View } from "../view.ts";
import { invisibleText } from "./characters.ts";
import { hiddenMarkup } from "./markup.ts";

/** Everything that a reader does not see, as one view; undefined where the text hides nothing. */
export function hiddenView(original: View): View | undefined {
  const pieces = [...invisibleText(original.text), ...markupPieces(original.text)];
  if (pieces.length === 0) return undefined;
  return onlyPieces(original, "hidden", inOrder(pieces), true);
}

function* markupPieces(text: string): Generator<Piece> {
  if (!/[<\]=`~]|content/u.test(text)) return;
  for (const piece of hiddenMarkup(text)) yield { ...piece, text: normalised(piece.text) };
}
