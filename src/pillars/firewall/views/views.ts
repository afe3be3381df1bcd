import { excerptPieces, wholeAndShown } from "./assemble.ts";
import { decipheredPieces } from "./cipher/decipher.ts";
import { decodedPieces } from "./decode/decode.ts";
import { foldPieces } from "./fold-words.ts";
import { hiddenView } from "./hidden/hidden.ts";
import { normalise } from "./normalise.ts";
import { inOrder } from "./pieces.ts";
import { assembledPieces } from "./respell/assemble-parts.ts";
import { joinedPieces } from "./respell/join.ts";
import { leetPieces } from "./respell/leet.ts";
import { reorderedPieces } from "./respell/reorder.ts";
import { unmarkedPieces } from "./respell/unmark.ts";
import { identityView } from "./view.ts";
import { signsOf } from "./signs.ts";
import type { Signs } from "./signs.ts";
import type { Piece, View, ViewKind } from "./view.ts";

/** A text as it is, as it reads once normalised, and as it reads once every disguise is undone. */
export interface Views {
  readonly original: string;
  /** Compatibility forms, invisible characters and mixed alphabets resolved. Letter case is kept. */
  readonly plain: View;
  /** `plain` first, then whatever hiding places the text has. */
  readonly all: readonly View[];
  /** Whether the text hides more than is read: derived texts together may be eight times as long as the text, and no longer. */
  readonly isComplete: boolean;
}

/** Encodings within encodings are read this deep. */
const deepestEncoding = 4;
/** How often what was put together or deciphered is searched again for what it hides. */
const deepestReading = 2;
const mostDerived = 8;
/** A short text may take more: a phrase of ten words has room for many disguises. */
const leastDerived = 32_768;

/** Derives every view that the text gives reason for. Pure; linear in the text. */
export function createViews(text: string): Views {
  const original = identityView(text);
  const plain = normalise(text, original);
  const shelf = createShelf(Math.max(leastDerived, text.length * mostDerived));
  shelf.add(plain);
  const turned = reorderedPieces(original);
  if (turned.length > 0) add(shelf, excerptPieces(original, "reordered", turned, 0), deepestReading - 1);
  const hidden = hiddenView(original);
  if (hidden !== undefined) add(shelf, hidden, deepestReading - 1);
  explore(plain, shelf, deepestReading);
  return { original: text, plain, all: shelf.views, isComplete: shelf.isComplete() };
}

interface Shelf {
  readonly views: readonly View[];
  readonly add: (view: View) => boolean;
  readonly isComplete: () => boolean;
}

/** Takes views while there is room; the first one that does not fit closes it. */
function createShelf(most: number): Shelf {
  const views: View[] = [];
  let room = most;
  return {
    views,
    add: (view) => {
      if (views.length > 0) room -= view.text.length;
      if (room >= 0) views.push(view);
      return room >= 0;
    },
    isComplete: () => room >= 0,
  };
}

function add(shelf: Shelf, view: View, depth: number): void {
  if (shelf.add(view)) explore(view, shelf, depth);
}

/**
 * Undoes one kind of disguise after the other, each on what the one before left, so that a word disguised in two ways is
 * read as well. After each step the stretches that it changed are shown as a view.
 */
function explore(root: View, shelf: Shelf, depth: number): void {
  const signsOfText = remembering(signsOf);
  let text = decodeAll(root, shelf, deepestEncoding, signsOfText);
  const steps: readonly (readonly [kind: ViewKind, find: (text: string, signs: Signs) => Piece[]])[] = [
    ["unmarked", unmarkedPieces],
    ["joined", joinedPieces],
    ["leet", leetPieces],
    ["joined", joinedPieces],
  ];
  const decoded = text;
  let joined: View | undefined;
  for (const [kind, find] of steps) {
    // A text in which nothing was to be joined and that has not changed since.
    if (kind === "joined" && text === joined) continue;
    if (kind === "joined") joined = text;
    text = step(text, kind, find(text.text, signsOfText(text.text)), shelf) ?? text;
  }
  if (text !== decoded) text = decodeAll(text, shelf, deepestEncoding - 1, signsOfText);
  if (depth === 0) return;
  for (const view of setApart(text)) add(shelf, view, depth - 1);
}

function decodeAll(root: View, shelf: Shelf, levels: number, signsOfText: (text: string) => Signs): View {
  let text = root;
  for (let level = 0; level < levels; level++) {
    const next = step(text, "decoded", decodedPieces(text.text, signsOfText(text.text)), shelf);
    if (next === undefined) return text;
    const folded = foldPieces(next.text);
    text = folded.length === 0 ? next : (step(next, "decoded", folded, shelf) ?? next);
  }
  return text;
}

/** The last answer again for the same text. */
function remembering(read: (text: string) => Signs): (text: string) => Signs {
  let last: { readonly text: string; readonly signs: Signs } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, signs: read(text) };
    return last.signs;
  };
}

/** The text with the pieces replaced; undefined where there are none or no more room. */
function step(text: View, kind: ViewKind, pieces: readonly Piece[], shelf: Shelf): View | undefined {
  if (pieces.length === 0) return undefined;
  const { whole, shown } = wholeAndShown(text, kind, pieces);
  return shelf.add(shown) ? whole : undefined;
}

/** Readings that put a stretch in the place of another text, and are therefore searched on their own. */
function* setApart(text: View): Generator<View> {
  const deciphered = decipheredPieces(text.text);
  if (deciphered.length > 0) yield excerptPieces(text, "deciphered", deciphered, 0);
  const assembled = inOrder(assembledPieces(text.text));
  if (assembled.length > 0) yield excerptPieces(text, "assembled", assembled, 40);
  const reordered = reorderedPieces(text);
  if (reordered.length > 0) yield excerptPieces(text, "reordered", reordered, 0);
}
