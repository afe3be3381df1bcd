import { createHash } from "node:crypto";

/**
 * At most `size` of the rows of each group, the same ones in every run and for everybody measured. The order is that of a
 * hash of the text, so neither the order of a file nor what else is in it decides who is drawn.
 */
export function sample<T extends { readonly text: string }>(
  rows: readonly T[],
  groupOf: (row: T) => string,
  size: number,
): T[] {
  if (size === Infinity) return [...rows];
  return [...Map.groupBy(rows, groupOf).values()].flatMap((group) => {
    const drawn = group.map((row) => ({ row, rank: rankOf(row.text) })).toSorted((a, b) => a.rank - b.rank);
    return drawn.slice(0, size).map(({ row }) => row);
  });
}

const seed = "gatehouse";

function rankOf(text: string): number {
  return createHash("sha256").update(seed).update(text).digest().readUIntBE(0, 6);
}
