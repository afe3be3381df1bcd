import { registry } from "#nodes";
import { openCheckpoint, parseVkey, verifyBundle, type TraceStore } from "#pillars/trace";
import { expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../workspace/index.ts";
import { createMemoryParts } from "./index.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createCountingTools, shopPorts } from "./shop.fixture.ts";

const nora = { id: "nora", name: "Nora", role: "customer" };

async function openShop() {
  const parts = createMemoryParts(await shopPorts(() => "Done.", createCountingTools()));
  return { parts, workspace: await openWorkspace(parts, registry) };
}

async function played(workspace: Workspace): Promise<string> {
  const started = await workspace.start(shopFlow());
  if (!started.ok) throw new Error(started.sentence);
  for await (const _ of started.session.send({ text: "Hello", speaker: nora }));
  await started.session.close("done");
  return started.session.runId;
}

/** The same store as somebody who meddled with it would have left it. */
function changedStore(store: TraceStore, changes: Partial<TraceStore>): TraceStore {
  return {
    runs: () => store.runs(),
    head: (origin) => store.head(origin),
    append: (origin, batch) => store.append(origin, batch),
    lines: (...range) => store.lines(...range),
    disclosures: (...range) => store.disclosures(...range),
    checkpoints: (origin) => store.checkpoints(origin),
    ledgerHead: () => store.ledgerHead(),
    ledgerLines: (...range) => store.ledgerLines(...range),
    appendLedger: (batch) => store.appendLedger(batch),
    ...changes,
  };
}

test("a receipt of the ledger or of a run is compared with what is recorded now", async () => {
  const { parts, workspace } = await openShop();
  const runId = await played(workspace);
  const [ledger = "", run = ""] = [await workspace.receipt(), await workspace.receipt(runId)];
  expect(await workspace.compare(ledger)).toEqual({ kind: "fits", size: 2, now: 2 });
  await played(workspace);
  expect(await workspace.compare(ledger)).toEqual({ kind: "fits", size: 2, now: 4 });
  const { checkpoint } = openCheckpoint(run, [parseVkey((await parts.shelf.get(runId))?.vkey ?? "")]);
  expect(await workspace.compare(` ${run.replaceAll("\n", "\r\n")}`)).toEqual({
    kind: "fits",
    runId,
    size: checkpoint.size,
    now: checkpoint.size,
  });
  const bundle = await workspace.exportBundle(runId, { since: [2] });
  const options = { trusted: [workspace.vkey], own: [], receipts: [ledger] };
  expect((await verifyBundle(bundle, options)).verdict).toBe("VERIFIED+ANCHORED");
});

test("a receipt tells a history that was cut, one that was made anew, and what is none of ours", async () => {
  const { parts, workspace } = await openShop();
  const runId = await played(workspace);
  const [ledger = "", run = ""] = [await workspace.receipt(), await workspace.receipt(runId)];
  const comparedIn = async (changes: Partial<TraceStore>, receipt: string) =>
    (await openWorkspace({ ...parts, store: changedStore(parts.store, changes) }, registry)).compare(receipt);
  const cut = { ledgerHead: async () => ({ size: 1 }) };
  expect(await comparedIn(cut, ledger)).toEqual({ kind: "ahead", size: 2, now: 1 });
  const rewritten: Partial<TraceStore> = {
    lines: async (...range) => (await parts.store.lines(...range)).map((line) => line.replace("nora", "mara")),
  };
  expect(await comparedIn({}, run)).toMatchObject({ kind: "fits", runId });
  expect(await comparedIn(rewritten, run)).toMatchObject({ kind: "other", runId });
  const elsewhere = await openShop();
  expect(await elsewhere.workspace.compare(ledger)).toMatchObject({ kind: "elsewhere" });
  expect(await workspace.compare("rubbish")).toEqual({ kind: "damaged" });
  expect(await workspace.compare(ledger.replace("\n2\n", "\n1\n"))).toEqual({ kind: "damaged" });
  expect(await workspace.compare("")).toEqual({ kind: "damaged" });
});
