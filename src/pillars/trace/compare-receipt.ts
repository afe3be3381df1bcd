import { createTree, leafHash } from "./merkle.ts";
import { parseVkey } from "./signed-note.ts";
import { TraceError } from "./trace-error.ts";
import { receiptSizes, standingOf, type ReceiptStanding } from "./verify/anchors.ts";

/** The lines of a stored log, read page by page. */
export interface StoredLines {
  readonly size: number;
  /** From `from` to before `to`. */
  readonly read: (from: number, to: number) => Promise<readonly string[]>;
}

const page = 1000;

/** How a receipt stands to the stored log of that key, whose lines are hashed anew: what was signed lately says nothing about them. */
export async function compareReceipt(receipt: string, vkey: string, log: StoredLines): Promise<ReceiptStanding> {
  const key = parseVkey(vkey);
  const tree = createTree();
  const roots = new Map<number, Uint8Array>();
  const [asked] = receiptSizes([receipt]);
  if (asked === 0) roots.set(0, tree.root());
  while (tree.size < log.size) {
    const lines = await log.read(tree.size, Math.min(log.size, tree.size + page));
    if (lines.length === 0) throw new TraceError("truncated");
    for (const line of lines) {
      tree.add(leafHash(line));
      if (tree.size === asked) roots.set(asked, tree.root());
    }
  }
  const checkpoint = { origin: key.name, size: tree.size, root: tree.root() };
  return standingOf(receipt, { key, checkpoint, rootAt: (size) => roots.get(size) });
}
