import { fromUtf8, sha256 } from "../bytes.ts";
import { expandSlices } from "../bundle/gzip.ts";
import { lineSlices } from "../bundle/line-slices.ts";
import type { ByteSource } from "../bundle/source.ts";
import { createTree, type Sha256 } from "../merkle.ts";
import { createLeafStore, type LeafStore } from "./leaf-store.ts";

const newline = 10;

export interface SealedBytes {
  readonly leaves: LeafStore;
  readonly root: Uint8Array;
  /** The root of the first `size` lines, for those sizes that were asked for. */
  readonly roots: ReadonlyMap<number, Uint8Array>;
}

/**
 * The quick look at a log: what its lines hash to, whatever they say. One slice is in memory at a time, and 32 bytes a line stay.
 * Throws TraceError when the content is not lines of text.
 */
export async function readSealedBytes(
  content: AsyncIterable<Uint8Array>,
  sizes: ReadonlySet<number>,
  pause: (lines: number) => Promise<void>,
  hash: Sha256 = sha256,
): Promise<SealedBytes> {
  const leaves = createLeafStore();
  const roots = new Map<number, Uint8Array>();
  const tree = createTree(hash);
  if (sizes.has(0)) roots.set(0, tree.root());
  for await (const slice of lineSlices(content)) {
    fromUtf8(slice.subarray(1));
    let from = 1;
    for (let end = slice.indexOf(newline, from); end !== -1; end = slice.indexOf(newline, from)) {
      // The byte before a line is the newline of the one before; a leaf is hashed with a zero in its place (RFC 6962).
      slice[from - 1] = 0;
      const leaf = hash(slice.subarray(from - 1, end));
      leaves.add(leaf);
      tree.add(leaf);
      if (sizes.has(tree.size)) roots.set(tree.size, tree.root());
      from = end + 1;
    }
    await pause(tree.size);
  }
  return { leaves, root: tree.root(), roots };
}

/** Whether a member expands to lines of text, of which nothing is kept. */
export async function checkLines(member: ByteSource, pause: () => Promise<void>): Promise<void> {
  for await (const slice of lineSlices(expandSlices(member))) {
    fromUtf8(slice.subarray(1));
    await pause();
  }
}
