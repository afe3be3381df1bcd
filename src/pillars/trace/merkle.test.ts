import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toHex, utf8 } from "./bytes.ts";
import {
  appendLeaf,
  consistencyProof,
  emptyRange,
  inclusionProof,
  leafHash,
  rangeOf,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

const vectors = join(process.env["GATEHOUSE_DATA"] ?? "/nowhere", "vectors/merkle");
const bytes = z.string().transform((text) => new Uint8Array(Buffer.from(text, "base64")));
const proofs = z
  .array(bytes)
  .nullable()
  .transform((each) => each ?? []);
const leaves = Array.from({ length: 40 }, (_, index) => leafHash(`leaf ${index}`));

describe("a tree of every size up to 40", () => {
  const roots = Array.from({ length: 41 }, (_, size) => rootOf(rangeOf(leaves.slice(0, size))));

  it("proves each leaf, and no other leaf, index, size or root", () => {
    for (let size = 1; size <= 40; size++) {
      const tree = leaves.slice(0, size);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(tree, index);
        const claim = { index, size, leaf: tree[index] ?? leafHash(""), root: roots[size] ?? leafHash("") };
        expect(verifyInclusion(claim, proof)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: leafHash("other") }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, index: index + 1 }, proof)).toBe(false);
        expect(verifyInclusion({ ...claim, root: leafHash("other") }, proof)).toBe(false);
        expect(verifyInclusion(claim, [...proof, leafHash("more")])).toBe(false);
        if (proof.length > 0) expect(verifyInclusion(claim, proof.slice(1))).toBe(false);
      }
    }
  });

  it("proves each earlier tree to be its prefix, and no other", () => {
    for (let size = 1; size <= 40; size++) {
      for (let from = 1; from <= size; from++) {
        const proof = consistencyProof(leaves.slice(0, size), from);
        const claim = { from, size, fromRoot: roots[from] ?? leafHash(""), root: roots[size] ?? leafHash("") };
        expect(verifyConsistency(claim, proof)).toBe(true);
        expect(verifyConsistency({ ...claim, fromRoot: leafHash("other") }, proof)).toBe(false);
        expect(verifyConsistency({ ...claim, root: leafHash("other") }, proof)).toBe(false);
        expect(verifyConsistency(claim, [...proof, leafHash("more")])).toBe(false);
      }
    }
  });

  it("takes no empty tree as the start of another, and no short hash", () => {
    const claim = { from: 0, size: 2, fromRoot: rootOf(emptyRange), root: roots[2] ?? leafHash("") };
    expect(verifyConsistency(claim, [])).toBe(false);
    expect(verifyConsistency({ from: 0, size: 0, fromRoot: utf8("short"), root: utf8("short") }, [])).toBe(false);
    expect(verifyInclusion({ index: 0, size: 1, leaf: utf8("short"), root: utf8("short") }, [])).toBe(false);
  });

  it("keeps an inner node from posing as a leaf", () => {
    const [left, right] = [leafHash("a"), leafHash("b")];
    const root = rootOf(rangeOf([left, right]));
    expect(toHex(leafHash(Uint8Array.of(...left, ...right)))).not.toBe(toHex(root));
  });
});

describe.runIf(existsSync(vectors))("the published test vectors", () => {
  it("reaches the RFC 6962 reference roots", () => {
    const reference = z
      .object({ leafInputsHex: z.array(z.string()), rootsBySize1to8Hex: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(join(vectors, "rfc6962-reference.json"), "utf8")));
    let range = emptyRange;
    expect(toHex(rootOf(range))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    reference.leafInputsHex.forEach((leaf, index) => {
      range = appendLeaf(range, leafHash(new Uint8Array(Buffer.from(leaf, "hex"))));
      expect(toHex(rootOf(range))).toBe(reference.rootsBySize1to8Hex[index]);
    });
  });

  it("agrees on every inclusion proof", () => {
    const schema = z.object({
      leafIdx: z.number(),
      treeSize: z.number(),
      root: bytes,
      leafHash: bytes,
      proof: proofs,
      wantErr: z.boolean(),
    });
    const files = jsonFiles(join(vectors, "inclusion"));
    expect(files.length).toBe(98);
    for (const file of files) {
      const each = schema.parse(JSON.parse(readFileSync(file, "utf8")));
      const claim = { index: each.leafIdx, size: each.treeSize, leaf: each.leafHash, root: each.root };
      expect(verifyInclusion(claim, each.proof), file).toBe(!each.wantErr);
    }
  });

  it("agrees on every consistency proof", () => {
    const schema = z.object({
      size1: z.number(),
      size2: z.number(),
      root1: bytes,
      root2: bytes,
      proof: proofs,
      desc: z.string().optional(),
      wantErr: z.boolean(),
    });
    const files = jsonFiles(join(vectors, "consistency"));
    expect(files.length).toBe(98);
    const refusedOnPurpose: string[] = [];
    for (const file of files) {
      const each = schema.parse(JSON.parse(readFileSync(file, "utf8")));
      const claim = { from: each.size1, size: each.size2, fromRoot: each.root1, root: each.root2 };
      if (verifyConsistency(claim, each.proof) === each.wantErr) refusedOnPurpose.push(each.desc ?? file);
    }
    // One vector accepts equal trees whose roots are no SHA-256 hashes; a real root always has 32 bytes.
    expect(refusedOnPurpose).toEqual([expect.stringContaining("sizes are equal")]);
  });
});

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));
}
