import type { Span, View } from "../views/view.ts";
import { coveredBy } from "./covered.ts";
import type { KeptKind } from "./leak-index.ts";
import { openPiece, piecesOf } from "./pieces.ts";
import type { Sighting } from "./search.ts";
import { wordsOf } from "./shingles.ts";
import type { Squashed } from "./squash.ts";
import { textReadings } from "./text-readings.ts";

export interface Leak extends Span {
  readonly category: KeptKind["category"];
  readonly reason: string;
}

/** Letters of a value that may be read off other words before anybody can say that they spell it. */
const freeLetters = 2;

/** Where a view holds a value of a kind. `deep` also looks at how it is written: by first letters, piece by piece. */
export function findLeaks(view: View, kinds: readonly KeptKind[], deep: boolean): Leak[] {
  if (kinds.length === 0) return [];
  const { squashed, leet, acrostics } = textReadings(view, deep);
  return kinds.flatMap((kind) => {
    const own = kind.spellings.find(squashed.text).map((sighting) => leakAt(kind, sighting, squashed));
    const leets = kind.leet.find(leet.text).map((sighting) => leakAt(kind, sighting, leet));
    const words = kind.words.size === 0 ? [] : wordsOf(view.text).filter(({ key }) => kind.words.has(key));
    const short = words.map(({ start, end }) => ({ category: kind.category, reason: kind.reason, start, end }));
    const letters = acrostics.flatMap((row) =>
      kind.letters.find(row.text).map((each) => leakAt(kind, { ...each, start: each.start + freeLetters }, row)),
    );
    const pieces = deep ? kind.codes.flatMap((code) => piecesOf(squashed.text, code)) : [];
    const cut = pieces.map((sighting) => leakAt(kind, sighting, squashed));
    const certain = [...own, ...short];
    const isFound = coveredBy(certain, view.text.length);
    return [...certain, ...[...leets, ...letters, ...cut].filter((leak) => !isFound(leak))];
  });
}

function leakAt({ category, reason }: KeptKind, { needle, start, end }: Sighting, { offsets }: Squashed): Leak {
  return {
    category,
    reason: needle.isEncoded ? reason.replace(/\.$/u, ", in disguise.") : reason,
    start: offsets[start] ?? 0,
    end: (offsets[end - 1] ?? 0) + 1,
  };
}

/** Where a value that the view has not ended yet may begin, or its length. */
export function openLeak(view: View, kinds: readonly KeptKind[], deep: boolean): number {
  const { length } = view.text;
  if (kinds.length === 0) return length;
  const { squashed, leet, acrostics } = textReadings(view, deep);
  const opens = kinds.flatMap((kind) => [
    offsetOf(squashed, kind.spellings.openTail(squashed.text), length),
    offsetOf(leet, kind.leet.openTail(leet.text), length),
    ...acrostics.map((row) => offsetOf(row, kind.letters.openTail(row.text) - freeLetters, length)),
    ...(deep ? kind.codes.map((code) => offsetOf(squashed, openPiece(squashed.text, code), length)) : []),
  ]);
  return Math.min(length, ...opens);
}

function offsetOf({ text, offsets }: Squashed, tail: number, none: number): number {
  return tail <= 0 ? none : (offsets[text.length - tail] ?? none);
}
