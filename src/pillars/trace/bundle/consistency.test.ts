import { describe, expect, it } from "vitest";
import { utf8 } from "../bytes.ts";
import { signCheckpoint } from "../checkpoint.ts";
import { leafHash } from "../merkle.ts";
import { runOrigin, startRun, workspace } from "../run.fixture.ts";
import { bundleOf, options, resealed, workspaceKey } from "../verify/bundle.fixture.ts";
import { verifyBundle } from "../verify/verify-bundle.ts";
import { consistencyFrom, consistencyPath } from "./consistency.ts";
import { optionalPaths } from "./layout.ts";
import { readZip, writeZip } from "./zip.ts";

/** A bundle of a ledger of that many entries, which brings proofs for these sizes and no hashes, as a long ledger's would. */
async function connected(size: number, since: readonly number[]) {
  const run = await startRun();
  const receipts: string[] = ["", (await run.store.ledgerHead()).checkpoint ?? ""];
  while (receipts.length <= size) {
    await run.ledger.record([{ type: "export", run: runOrigin, size: 1, manifest: `${receipts.length}` }]);
    receipts.push((await run.store.ledgerHead()).checkpoint ?? "");
  }
  const members = new Map(readZip(await bundleOf(run, { since })));
  members.delete(optionalPaths.ledgerHashes);
  return { receipts, bundle: await resealed(writeZip(members), new Map()) };
}

const check = (bundle: Uint8Array, receipt: string) => verifyBundle(bundle, { ...options, receipts: [receipt] });
const forged = (size: number) => signCheckpoint({ origin: workspace, size, root: leafHash("other") }, workspaceKey);

describe("a consistency proof in a bundle", () => {
  it("connects a receipt of its size, and exposes one of another history", async () => {
    for (const size of [2, 3, 8, 13]) {
      const all = Array.from({ length: size - 1 }, (_, at) => at + 1);
      const { receipts, bundle } = await connected(size, all);
      for (const from of all) {
        expect((await check(bundle, receipts[from] ?? "")).verdict, `${from} of ${size}`).toBe("VERIFIED+ANCHORED");
        expect((await check(bundle, await forged(from))).codes).toEqual(["E37"]);
      }
    }
  });

  it("says nothing about a receipt of another size", async () => {
    const { receipts, bundle } = await connected(9, [4]);
    expect((await check(bundle, receipts[4] ?? "")).verdict).toBe("VERIFIED+ANCHORED");
    expect((await check(bundle, receipts[5] ?? "")).codes).toEqual(["E37"]);
  });

  it("is found wherever a byte of it was changed and sealed again", { timeout: 60_000 }, async () => {
    const { bundle } = await connected(13, [4, 6]);
    for (const path of [4, 6].map(consistencyPath)) {
      const member = readZip(bundle).get(path) ?? new Uint8Array();
      expect(member.length).toBeGreaterThan(2 * 45);
      for (let at = 0; at < member.length; at += 7) {
        const changed = member.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        const { codes, part } = await verifyBundle(await resealed(bundle, new Map([[path, changed]])), options);
        expect(codes.join(), `byte ${at}`).toMatch(/^E3[12]$/);
        expect(part).toBe(path);
      }
    }
  });

  it("is refused under the name of a size that it is not for, and under a name that is none", async () => {
    const { bundle } = await connected(13, [4]);
    const proof = readZip(bundle).get(consistencyPath(4)) ?? new Uint8Array();
    const renamed = async (path: string, data = proof) =>
      (await verifyBundle(await resealed(bundle, new Map([[path, data]])), options)).codes;
    expect(await renamed(consistencyPath(4))).toEqual([]);
    for (const size of [3, 5, 8, 13, 14, 2 ** 53 - 1]) expect(await renamed(consistencyPath(size))).toEqual(["E32"]);
    expect(await renamed(consistencyPath(4), new Uint8Array())).toEqual(["E32"]);
    expect(await renamed(consistencyPath(4), utf8("no hash\n"))).toEqual(["E31"]);
    for (const name of ["0", "04", "4a", "9007199254740993", ""])
      expect(await renamed(`ledger/consistency-${name}.txt`), name).toEqual(["E04"]);
  });

  it("is written for sizes that the ledger has gone beyond only", async () => {
    const { bundle } = await connected(5, [0, 2, 5, 9]);
    expect([...readZip(bundle).keys()].flatMap((path) => consistencyFrom(path) ?? [])).toEqual([2]);
  });
});
