import { describe, expect, it } from "vitest";
import { optionalPaths, paths } from "../bundle/layout.ts";
import { joinNotes, splitNotes, writeLines } from "../bundle/lines.ts";
import { readZip, writeZip } from "../bundle/zip.ts";
import { fromUtf8, utf8 } from "../bytes.ts";
import { signCheckpoint } from "../checkpoint.ts";
import { appendAll, refundTurn, runOrigin, startRun, testSigner, workspace } from "../run.fixture.ts";
import { leafHash } from "../merkle.ts";
import { cosignNote } from "../signed-note.ts";
import { bundleOf, options, resealed, workspaceKey } from "./bundle.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";

const member = (bundle: Uint8Array, path: string) => readZip(bundle).get(path) ?? new Uint8Array();
const changed = (bundle: Uint8Array, path: string, bytes: Uint8Array) => resealed(bundle, new Map([[path, bytes]]));

describe("receipts and witnesses", () => {
  async function grown() {
    const run = await startRun();
    const early = (await run.store.ledgerHead()).checkpoint ?? "";
    await appendAll(run.journal, refundTurn());
    await run.close();
    const late = (await run.store.ledgerHead()).checkpoint ?? "";
    return { run, early, late, bundle: await bundleOf(run) };
  }

  it("anchor a history that goes on from them", async () => {
    const { run, early, late, bundle } = await grown();
    for (const receipt of [early, late, ...(await run.store.checkpoints(runOrigin)).map(({ note }) => note)]) {
      expect((await verifyBundle(bundle, { ...options, receipts: [receipt] })).verdict).toBe("VERIFIED+ANCHORED");
    }
    const foreign = await signCheckpoint(
      { origin: "x.example/y", size: 1, root: leafHash("") },
      testSigner("x.example/y"),
    );
    expect((await verifyBundle(bundle, { ...options, receipts: [foreign] })).verdict).toBe("VERIFIED");
  });

  it(
    "cannot be compared with a ledger too long to travel, and then neither anchor nor accuse",
    { timeout: 120_000 },
    async () => {
      const run = await startRun();
      const early = (await run.store.ledgerHead()).checkpoint ?? "";
      const entry = { type: "export", run: `${workspace}/run/other`, size: 1, manifest: "m" } as const;
      await run.ledger.record(Array.from({ length: 65_536 }, () => entry));
      const bundle = await bundleOf(run);
      const now = (await run.store.ledgerHead()).checkpoint ?? "";
      const check = (receipt: string) => verifyBundle(bundle, { ...options, receipts: [receipt] });
      const report = await check(early);
      expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
      expect(report.notes.map(({ message }) => message).join()).toContain("could not be compared");
      expect(await check(now)).toMatchObject({ verdict: "VERIFIED+ANCHORED", notes: [] });
      const connected = await bundleOf(run, { since: [1] });
      const compared = async (receipt: string) => verifyBundle(connected, { ...options, receipts: [receipt] });
      expect(await compared(early)).toMatchObject({ verdict: "VERIFIED+ANCHORED", notes: [] });
      const other = await signCheckpoint({ origin: workspace, size: 1, root: leafHash("other") }, workspaceKey);
      expect(await compared(other)).toMatchObject({ verdict: "FAILED", codes: ["E37"] });
    },
  );

  it("expose a history that was rolled back, replaced or sealed with another key", async () => {
    const { run, early, bundle } = await grown();
    await run.ledger.record([{ type: "export", run: runOrigin, size: 20, manifest: "m" }]);
    const later = (await run.store.ledgerHead()).checkpoint ?? "";
    const check = async (receipt: string) => (await verifyBundle(bundle, { ...options, receipts: [receipt] })).codes;
    expect(await check(later)).toEqual(["E36"]);
    expect(
      await check(await signCheckpoint({ origin: workspace, size: 1, root: leafHash("other") }, workspaceKey)),
    ).toEqual(["E37"]);
    expect(
      await check(
        await signCheckpoint({ origin: workspace, size: 1, root: leafHash("x") }, testSigner(workspace, "thief")),
      ),
    ).toEqual(["E37"]);
    expect(await check("rubbish")).toEqual(["E38"]);
    expect(await check(early.replace("\n1\n", "\n2\n"))).toEqual(["E38"]);
    expect(await check(early.slice(0, -20))).toEqual(["E38"]);
    expect(await check(` ${early.replaceAll("\n", "\r\n")}\n`)).toEqual([]);
    const bare = new Map(readZip(bundle));
    bare.delete(optionalPaths.ledgerHashes);
    const without = await resealed(writeZip(bare), new Map());
    expect((await verifyBundle(without, options)).verdict).toBe("VERIFIED");
    expect((await verifyBundle(without, { ...options, receipts: [early] })).codes).toEqual(["E37"]);
  });

  it("anchor through an approved witness, and fail through one that is named and did not sign", async () => {
    const { bundle } = await grown();
    const witness = testSigner("approver.example", "w", "cosignature");
    const notes = splitNotes(fromUtf8(member(bundle, paths.checkpoints)));
    const signed = await cosignNote(notes.at(-1) ?? "", witness, 1_800_000_001);
    const changes = new Map([
      [paths.checkpoints, utf8(joinNotes([...notes.slice(0, -1), signed]))],
      [paths.checkpoint, utf8(signed)],
      [optionalPaths.cosigners, writeLines([witness.vkey])],
    ]);
    const cosigned = await resealed(bundle, changes);
    expect((await verifyBundle(cosigned, options)).verdict).toBe("VERIFIED");
    const trusted = [workspaceKey.vkey, witness.vkey];
    expect((await verifyBundle(cosigned, { ...options, trusted })).verdict).toBe("VERIFIED+ANCHORED");
    const quorum = async (count: number, keys: readonly string[]) =>
      (await verifyBundle(cosigned, { ...options, trusted: [workspaceKey.vkey, ...keys], quorum: count })).codes;
    const told: number[] = [];
    const onWitnesses = (count: number) => told.push(count);
    await verifyBundle(cosigned, { ...options, trusted, quorum: 2, onWitnesses });
    expect(told).toEqual([1]);
    const absent = testSigner("absent.example", "a", "cosignature").vkey;
    expect(await quorum(1, [witness.vkey, absent])).toEqual([]);
    expect(await quorum(2, [witness.vkey, absent])).toEqual(["E35"]);
    expect(await quorum(2, [witness.vkey, witness.vkey])).toEqual(["E35"]);
    expect(await quorum(1, [absent])).toEqual(["E35"]);
    const named = await changed(bundle, optionalPaths.cosigners, writeLines([witness.vkey]));
    expect((await verifyBundle(named, options)).codes).toEqual(["E35"]);
    changes.delete(optionalPaths.cosigners);
    expect((await verifyBundle(await resealed(bundle, changes), options)).codes).toEqual(["E35"]);
  });
});
