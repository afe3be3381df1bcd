import { fromBase64, toBase64 } from "../base64.ts";
import { consistencyProof, rangeOf, rootOf, verifyConsistency } from "../merkle.ts";
import { readLines, writeLines } from "./lines.ts";

const pattern = /^ledger\/consistency-([1-9][0-9]{0,15})\.txt$/;

/** Where a bundle says that the ledger goes on from its first `from` entries. */
export function consistencyPath(from: number): string {
  return `ledger/consistency-${from}.txt`;
}

/** The number of entries that a member of that name goes on from; undefined for any other name. */
export function consistencyFrom(path: string): number | undefined {
  const from = Number(pattern.exec(path)?.[1]);
  return Number.isSafeInteger(from) ? from : undefined;
}

/** The root of the first `from` leaves, then the proof (RFC 9162 section 2.1.4) that all leaves begin with them; one Base64 hash a line. */
export function writeConsistency(leaves: readonly Uint8Array[], from: number): Uint8Array {
  const earlier = rootOf(rangeOf(leaves.slice(0, from)));
  return writeLines([earlier, ...consistencyProof(leaves, from)].map(toBase64));
}

/** The proved root of the first `from` entries of the log whose head that is; undefined where the proof does not lead there. Throws TraceError for another form. */
export function readConsistency(
  bytes: Uint8Array,
  from: number,
  { size, root }: { readonly size: number; readonly root: Uint8Array },
): Uint8Array | undefined {
  const [fromRoot, ...proof] = readLines(bytes).map(fromBase64);
  if (fromRoot === undefined || from >= size) return undefined;
  return verifyConsistency({ from, size, fromRoot, root }, proof) ? fromRoot : undefined;
}
