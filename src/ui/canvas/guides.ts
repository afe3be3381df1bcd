/** A card on the canvas, in the canvas's pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line from one card to another on which both have an edge or their middle: across at `at`, or down at `at`. */
export interface Guide {
  readonly axis: "across" | "down";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The lines that a card which is being moved shares with others: at most one each way, to the nearest. */
export function guidesOf(moved: Box, others: readonly Box[]): readonly Guide[] {
  const across = nearest(moved, others, "across");
  const down = nearest(moved, others, "down");
  return [...(across ? [across] : []), ...(down ? [down] : [])];
}

function nearest(moved: Box, others: readonly Box[], axis: Guide["axis"]): Guide | undefined {
  let best: Guide | undefined;
  for (const other of others) {
    const at = sharedBy(spanOf(moved, axis), spanOf(other, axis));
    if (at === undefined) continue;
    const crosswise = axis === "across" ? "down" : "across";
    const [own, theirs] = [spanOf(moved, crosswise), spanOf(other, crosswise)];
    const from = Math.min(own[0], theirs[0]);
    const to = Math.max(own[1], theirs[1]);
    if (best === undefined || to - from < best.to - best.from) best = { axis, at, from, to };
  }
  return best;
}

type Span = readonly [start: number, end: number];

/** A line across is found on the height of a card, one down on its width. */
function spanOf({ x, y, width, height }: Box, axis: Guide["axis"]): Span {
  return axis === "across" ? [y, y + height] : [x, x + width];
}

function sharedBy([start, end]: Span, [otherStart, otherEnd]: Span): number | undefined {
  const middle = (start + end) / 2;
  if (middle === (otherStart + otherEnd) / 2) return middle;
  if (start === otherStart) return start;
  return end === otherEnd ? end : undefined;
}
