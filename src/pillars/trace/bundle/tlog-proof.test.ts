import { expect, it } from "vitest";
import { fromBase64 } from "../base64.ts";
import { fromUtf8, utf8 } from "../bytes.ts";
import { openCheckpoint } from "../checkpoint.ts";
import { readLedgerLine } from "../ledger.ts";
import { leafHash, verifyInclusion } from "../merkle.ts";
import { appendAll, refundTurn, runOrigin, startRun, workspace } from "../run.fixture.ts";
import { parseVkey } from "../signed-note.ts";
import { bundleOf, closedBundle, options, resealed, workspaceKey } from "../verify/bundle.fixture.ts";
import { verifyBundle } from "../verify/verify-bundle.ts";
import { optionalPaths, paths } from "./layout.ts";
import { readLines } from "./lines.ts";
import { readZip, writeZip } from "./zip.ts";

const textOf = (bundle: Uint8Array, path: string) => fromUtf8(readZip(bundle).get(path) ?? new Uint8Array());

/** Reads a proof as C2SP tlog-proof describes it, by nothing but the text. */
function readProof(text: string) {
  const [header = "", ...signed] = text.split("\n\n");
  const [version, index = "", ...hashes] = header.split("\n");
  return { version, index: Number(index.replace(/^index /, "")), hashes, note: signed.join("\n\n") };
}

async function closedRun(others: number) {
  const run = await startRun();
  const other = { type: "export", run: `${workspace}/run/other`, size: 1, manifest: "m" } as const;
  await run.ledger.record(Array.from({ length: others }, () => other));
  await appendAll(run.journal, refundTurn());
  await run.close();
  await run.ledger.record(Array.from({ length: others }, () => other));
  return bundleOf(run);
}

it.each([0, 1, 6, 33])("proves by the ledger's key alone that the run was closed, among %d others", async (others) => {
  const bundle = await closedRun(others);
  const { version, index, hashes, note } = readProof(textOf(bundle, optionalPaths.closeProof));
  expect(version).toBe("c2sp.org/tlog-proof@v1");
  const { checkpoint } = openCheckpoint(note, [parseVkey(workspaceKey.vkey)]);
  const rows = readLines(utf8(textOf(bundle, paths.ledger))).map((row): { leaf: string } => JSON.parse(row));
  const closing = rows.find(({ leaf }) => readLedgerLine(leaf).entry.type === "run.close")?.leaf ?? "";
  const claim = { index, size: checkpoint.size, leaf: leafHash(closing), root: checkpoint.root };
  expect(verifyInclusion(claim, hashes.map(fromBase64))).toBe(true);
  expect(readLedgerLine(closing)).toMatchObject({ index, entry: { run: runOrigin } });
});

it("is not there for a run that is open, and is refused there", async () => {
  const run = await startRun();
  const open = await bundleOf(run);
  expect(readZip(open).has(optionalPaths.closeProof)).toBe(false);
  const foreign = readZip(await closedBundle()).get(optionalPaths.closeProof) ?? new Uint8Array();
  const forged = await resealed(open, new Map([[optionalPaths.closeProof, foreign]]));
  expect(await verifyBundle(forged, options)).toMatchObject({ codes: ["E34"], part: optionalPaths.closeProof });
});

it("may be lacking, as in bundles from before there was one", async () => {
  const bundle = await closedBundle();
  const members = new Map(readZip(bundle));
  expect(members.delete(optionalPaths.closeProof)).toBe(true);
  expect((await verifyBundle(await resealed(writeZip(members), new Map()), options)).verdict).toBe("VERIFIED");
});

it("is one text and no other", async () => {
  const bundle = await closedRun(6);
  const proof = textOf(bundle, optionalPaths.closeProof);
  const check = async (text: string) =>
    (await verifyBundle(await resealed(bundle, new Map([[optionalPaths.closeProof, utf8(text)]])), options)).codes;
  expect(await check(proof)).toEqual([]);
  for (const forged of [
    proof.replace("index 7", "index 8"),
    proof.replace("index 7", "index 07"),
    proof.replace("index", "extra AAAA\nindex"),
    proof.replace("\n\n", "\n\n\n"),
    proof.replaceAll("\n", "\r\n"),
    `${proof}\n`,
    proof.split("\n").toSpliced(2, 1).join("\n"),
    "",
  ])
    expect(await check(forged), forged).toEqual(["E32"]);
});
