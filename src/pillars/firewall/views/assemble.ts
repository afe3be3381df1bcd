import { efforts, viewOf } from "./view.ts";
import type { Effort, Piece, Span, View, ViewKind } from "./view.ts";

/** How much of its surroundings a derived stretch is shown with: more than any wording spans; units. */
const context = 320;
/** Where an excerpt may begin and end is sought this much farther, so that no word is cut. */
const slack = 48;
/** Stands between excerpts and is wider than any rule reaches, so that nothing is read across it. */
const gap = "\n".repeat(80);
/** From this share of the text on, the whole is no longer than its excerpts are worth. */
const mostOfIt = 0.8;

/** The parent with every piece replaced. Pieces are in order and do not overlap. */
export function replacePieces(parent: View, kind: ViewKind, pieces: readonly Piece[]): View {
  return derive(parent, kind, pieces, [{ start: 0, end: parent.text.length }]);
}

/** The pieces replaced and shown with their surroundings only, so that many views of a long text stay short. */
export function excerptPieces(parent: View, kind: ViewKind, pieces: readonly Piece[], around = context): View {
  return derive(parent, kind, pieces, regionsOf(parent.text, pieces, around));
}

/** The whole text with the pieces replaced, and what of it is worth showing: an excerpt, or the same view where that is most of it. */
export function wholeAndShown(parent: View, kind: ViewKind, pieces: readonly Piece[]): { whole: View; shown: View } {
  const whole = replacePieces(parent, kind, pieces);
  const regions = regionsOf(parent.text, pieces, context);
  const isAll = regions.length === 1 && regions[0]?.start === 0 && regions[0].end === parent.text.length;
  return { whole, shown: isAll ? whole : derive(parent, kind, pieces, regions) };
}

/** Only what the pieces read, in order, apart from one another. */
export function onlyPieces(parent: View, kind: ViewKind, pieces: readonly Piece[], hidden: boolean): View {
  return derive(parent, kind, pieces, pieces, hidden);
}

function regionsOf(text: string, pieces: readonly Piece[], around: number): Span[] {
  const regions: { start: number; end: number }[] = [];
  let shown = 0;
  for (const piece of pieces) {
    const last = regions.at(-1);
    if (last !== undefined && piece.start - around - slack <= last.end) {
      shown -= last.end;
      last.end = Math.max(last.end, edgeAfter(text, piece.end + around));
      shown += last.end;
      continue;
    }
    const region = { start: edgeBefore(text, piece.start - around), end: edgeAfter(text, piece.end + around) };
    shown += region.end - region.start;
    regions.push(region);
  }
  return shown >= text.length * mostOfIt ? [{ start: 0, end: text.length }] : regions;
}

function edgeBefore(text: string, at: number): number {
  if (at <= 0) return 0;
  for (let edge = at; edge > Math.max(0, at - slack); edge--) if (/\s/u.test(text.charAt(edge - 1))) return edge;
  return isInsidePair(text, at) ? at - 1 : at;
}

function edgeAfter(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (let edge = at; edge < Math.min(text.length, at + slack); edge++) if (/\s/u.test(text.charAt(edge))) return edge;
  return isInsidePair(text, at) ? at + 1 : at;
}

function isInsidePair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Writes the kept and the replaced stretches of the regions, in order, and gaps between regions. */
function derive(
  parent: View,
  kind: ViewKind,
  pieces: readonly Piece[],
  regions: readonly Span[],
  hidden = parent.hidden,
): View {
  const { text } = parent;
  const draft = createDraft(text);
  let index = 0;
  for (const [number, region] of regions.entries()) {
    const before = regions[number - 1]?.end;
    // What the gap maps to is the stretch left out.
    if (before !== undefined) draft.put(before, Math.max(region.start, before + 1), gap, "none", true);
    let at = region.start;
    for (; index < pieces.length; index++) {
      const piece = pieces[index];
      if (piece === undefined || piece.end > region.end || piece.start < at) break;
      draft.keep(at, piece.start);
      if (piece.parts === undefined) draft.put(piece.start, piece.end, piece.text, piece.effort, piece.isWhole);
      else for (const part of piece.parts) draft.put(part.start, part.end, part.text, part.effort, part.isWhole);
      at = piece.end;
    }
    draft.keep(at, region.end);
  }
  return draft.finish(parent, kind, hidden);
}

/** A view in the making: stretches of a parent, each kept or with the text that stands for it. */
export interface Draft {
  readonly keep: (start: number, end: number) => void;
  readonly put: (start: number, end: number, text: string, effort?: Effort, isWhole?: boolean) => void;
  readonly finish: (parent: View, kind: ViewKind, hidden: boolean) => View;
}

const isWholeBit = 1;

/** Stretches are kept in flat arrays, as a hostile text has one for every other character. */
export function createDraft(source: string): Draft {
  const texts: string[] = [];
  let size = 64;
  let offsets = new Uint32Array(size);
  let starts = new Uint32Array(size);
  let ends = new Uint32Array(size);
  let ways = new Uint8Array(size);
  let count = 0;
  let length = 0;
  const add = (start: number, end: number, text: string, way: number): void => {
    if (count === size) {
      size *= 2;
      offsets = grown(offsets, new Uint32Array(size));
      starts = grown(starts, new Uint32Array(size));
      ends = grown(ends, new Uint32Array(size));
      ways = grown(ways, new Uint8Array(size));
    }
    texts.push(text);
    offsets[count] = length;
    starts[count] = start;
    ends[count] = end;
    ways[count] = way;
    count += 1;
    length += text.length;
  };
  return {
    keep: (start, end) => {
      if (end > start) add(start, end, source.slice(start, end), 0);
    },
    put: (start, end, text, effort = "disguise", isWhole = false) => {
      const whole = isWhole || text.length !== end - start ? isWholeBit : 0;
      add(start, end, text, efforts.indexOf(effort) * 2 + whole);
    },
    finish: (parent, kind, hidden) => {
      const table = { offsets: offsets.subarray(0, count), starts, ends, ways, length };
      return viewOf(
        kind,
        texts.join(""),
        hidden,
        (start, end) => spanIn(table, parent, start, end),
        (start, end) => effortIn(table, start, end),
      );
    },
  };
}

function grown<A extends Uint32Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}

interface SegmentTable {
  readonly offsets: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly ways: Uint8Array;
  readonly length: number;
}

/**
 * A stretch as long as its text maps unit by unit, any other as a whole, so a finding never points at less than the
 * characters that produced it.
 */
function spanIn(table: SegmentTable, parent: View, start: number, end: number): Span {
  const to = Math.min(table.length, Math.max(end, start + 1));
  const from = Math.max(0, Math.min(start, to - 1));
  const first = indexAt(table.offsets, from);
  const last = indexAt(table.offsets, to - 1);
  const head = stretchOf(table, first, from, first === last ? to : from + 1);
  const tail = first === last ? head : stretchOf(table, last, to - 1, to);
  return parent.toOriginal(Math.min(head.start, tail.start), Math.max(head.end, tail.end));
}

function stretchOf(table: SegmentTable, index: number, from: number, to: number): Span {
  const start = table.starts[index] ?? 0;
  if (((table.ways[index] ?? 0) & isWholeBit) !== 0) return { start, end: table.ends[index] ?? 0 };
  const offset = table.offsets[index] ?? 0;
  return { start: start + from - offset, end: start + to - offset };
}

/** What was taken out without a trace counts for the words that it stood between or beside. */
function effortIn({ offsets, ways, length }: SegmentTable, start: number, end: number): Effort {
  let index = indexAt(offsets, start);
  while (index > 0 && offsets[index - 1] === start) index -= 1;
  let most = 0;
  for (; (offsets[index] ?? end + 1) <= end; index++) {
    const isBeyond = offsets[index] === end && (offsets[index + 1] ?? length) > end;
    if (!isBeyond) most = Math.max(most, (ways[index] ?? 0) >> 1);
  }
  return efforts[most] ?? "none";
}

/** The index of the last segment that begins at or before `at`. */
function indexAt(offsets: Uint32Array, at: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
