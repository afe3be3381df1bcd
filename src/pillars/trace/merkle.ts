import { concat, equalBytes, hashText, sha256 } from "./bytes.ts";

const leafMark = 0;
const nodePrefix = Uint8Array.of(1);
const hashLength = 32;

/**
 * The right edge of a Merkle tree (RFC 6962): the roots of its perfect subtrees, largest first. Enough to append and to
 * compute the root, in O(log n) space.
 */
export interface CompactRange {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export const emptyRange: CompactRange = { size: 0, hashes: [] };

/** SHA-256 of some bytes, synchronous. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Hash of one entry. The 0x00 prefix keeps an entry from posing as an inner node (RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array | string, hash: Sha256 = sha256): Uint8Array {
  return typeof entry === "string" ? hashText(entry, hash, leafMark) : hash(concat(Uint8Array.of(leafMark), entry));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(nodePrefix, left, right));
}

/** The range with one more leaf hash; the given range stays as it is. */
export function appendLeaf(range: CompactRange, leaf: Uint8Array): CompactRange {
  const hashes = [...range.hashes];
  let merged = leaf;
  for (let rest = range.size; rest % 2 === 1; rest = Math.floor(rest / 2))
    merged = nodeHash(hashes.pop() ?? leaf, merged);
  hashes.push(merged);
  return { size: range.size + 1, hashes };
}

/** A tree that grows in place: for logs of any length, and with whatever hashes fastest. */
export interface Tree {
  readonly size: number;
  add(leaf: Uint8Array): void;
  root(): Uint8Array;
}

export function createTree(hash: Sha256 = sha256): Tree {
  const hashes: Uint8Array[] = [];
  const pair = new Uint8Array(1 + 2 * hashLength);
  pair.set(nodePrefix);
  let size = 0;

  function add(leaf: Uint8Array): void {
    let merged = leaf;
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      pair.set(hashes.pop() ?? leaf, 1);
      pair.set(merged, 1 + hashLength);
      merged = hash(pair);
    }
    hashes.push(merged);
    size += 1;
  }

  return {
    get size() {
      return size;
    },
    add,
    root: () => rootOf({ size, hashes }),
  };
}

export function rangeOf(leaves: Iterable<Uint8Array>): CompactRange {
  let range = emptyRange;
  for (const leaf of leaves) range = appendLeaf(range, leaf);
  return range;
}

/** Root of the tree; the empty tree's root is the hash of nothing. */
export function rootOf(range: CompactRange): Uint8Array {
  const root = range.hashes.reduceRight<Uint8Array | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(left, right)),
    undefined,
  );
  return root ?? sha256(new Uint8Array());
}

/** The hashes that lead from leaf `index` to the root of all `leaves` (RFC 9162 section 2.1.3.1). */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError("The leaf is not in the tree.");
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(left, index), rootOf(rangeOf(right))]
    : [...inclusionProof(right, index - split), rootOf(rangeOf(left))];
}

/** The hashes that show that the first `from` leaves are a prefix of all `leaves` (RFC 9162 section 2.1.4.1). */
export function consistencyProof(leaves: readonly Uint8Array[], from: number): Uint8Array[] {
  if (!(from > 0 && from <= leaves.length)) throw new RangeError("The earlier tree is not inside this one.");
  return subproof(leaves, from, true);
}

function subproof(leaves: readonly Uint8Array[], from: number, whole: boolean): Uint8Array[] {
  if (from === leaves.length) return whole ? [] : [rootOf(rangeOf(leaves))];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return from <= split
    ? [...subproof(left, from, whole), rootOf(rangeOf(right))]
    : [...subproof(right, from - split, false), rootOf(rangeOf(left))];
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** RFC 9162 section 2.1.3.2, plus the length checks it takes for granted. */
export function verifyInclusion(
  claim: { readonly index: number; readonly size: number; readonly leaf: Uint8Array; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(claim.index) || !isCount(claim.size) || claim.index >= claim.size) return false;
  if (!areHashes([claim.leaf, claim.root, ...proof])) return false;
  let [node, last, hash] = [claim.index, claim.size - 1, claim.leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equalBytes(hash, claim.root);
}

/**
 * RFC 9162 section 2.1.4.2. An earlier tree of size 0 is consistent with everything and proves nothing, so it is refused
 * unless both trees are empty.
 */
export function verifyConsistency(
  claim: { readonly from: number; readonly size: number; readonly fromRoot: Uint8Array; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  const { from, size, fromRoot, root } = claim;
  if (!isCount(from) || !isCount(size) || from > size || !areHashes([fromRoot, root, ...proof])) return false;
  if (from === size) return proof.length === 0 && equalBytes(fromRoot, root);
  if (from === 0 || proof.length === 0) return false;
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof];
  let [node, last] = [from - 1, size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  const first = path[0] ?? fromRoot;
  let [oldHash, newHash] = [first, first];
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equalBytes(oldHash, fromRoot) && equalBytes(newHash, root);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashLength);
}

// Bit operators would cut sizes to 32 bits.
function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  // The logarithm of a large number that is close to a power of two is rounded to a whole one.
  return 2 ** Math.round(Math.log2(value)) === value;
}
