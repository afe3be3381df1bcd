/** Spherical k-means over vectors of length 1. Deterministic: the first centres are points spread over the list. */
export type Vector = Float32Array;

export function createCentres(points: readonly Vector[], count: number): readonly Vector[] {
  // Frequent words come first and carry most of the text, so half of the centres begin among them.
  const half = Math.floor(count / 2);
  const apart = Math.max(1, Math.floor((points.length - 4 * half) / (count - half)));
  const places = Array.from({ length: count }, (_, at) => (at < half ? at * 4 : 4 * half + (at - half) * apart));
  return places.flatMap((place) => points[place] ?? []);
}

export function nearest(point: Vector, centres: readonly Vector[]): number {
  let best = 0;
  let highest = -Infinity;
  for (let at = 0; at < centres.length; at += 1) {
    const centre = centres[at] ?? point;
    let product = 0;
    for (let axis = 0; axis < point.length; axis += 1) product += (point[axis] ?? 0) * (centre[axis] ?? 0);
    if (product > highest) {
      best = at;
      highest = product;
    }
  }
  return best;
}

/** Moves each centre to the mean direction of the points nearest to it; one without points stays. */
export function recentre(points: readonly Vector[], centres: readonly Vector[]): readonly Vector[] {
  const sums = centres.map((centre) => new Float32Array(centre.length));
  for (const point of points) {
    const sum = sums[nearest(point, centres)];
    for (let axis = 0; sum !== undefined && axis < point.length; axis += 1)
      sum[axis] = (sum[axis] ?? 0) + (point[axis] ?? 0);
  }
  return sums.map((sum, at) => (sum.some((value) => value !== 0) ? unit(sum) : (centres[at] ?? sum)));
}

/** The same direction with length 1. */
export function unit(vector: ArrayLike<number>): Vector {
  const values = Float32Array.from(vector);
  const length = Math.hypot(...values) || 1;
  return values.map((value) => value / length);
}
