import { expect, it } from "vitest";
import { createJournal } from "./journal.ts";
import { openEntry } from "./ledger-entries.ts";
import { openLedger } from "./ledger.ts";
import { openRunLog } from "./log.ts";
import { digestOf } from "./canonical.ts";
import { clockSetBack } from "./clock-set-back.ts";
import { MemoryTraceStore } from "./memory-store.ts";
import { exportRun } from "./bundle/export-run.ts";
import { draft, flow, policies, runOrigin, testOptions, testSigner, workspace } from "./run.fixture.ts";
import { created, options, workspaceKey } from "./verify/bundle.fixture.ts";
import { verifyBundle } from "./verify/verify-bundle.ts";

const timed = (...times: readonly number[]) => times.map((time, seq) => ({ seq, time }));

it("is found where a step is more than a second before the one before it", () => {
  expect(clockSetBack(timed(0, 5000, 4000, 9000))).toBeUndefined();
  expect(clockSetBack(timed(0, 5000, 3999, 9000))).toEqual({ step: 2, ms: 1001, times: 1 });
  expect(clockSetBack(timed(9000, 5000, 9000, 1000))).toEqual({ step: 1, ms: 4000, times: 2 });
  expect(clockSetBack([])).toBeUndefined();
});

/** A run whose recorder's clock says these times, one a step. */
async function recordedAt(times: readonly number[]): Promise<Uint8Array> {
  const store = new MemoryTraceStore();
  const ledger = await openLedger({ origin: workspace, signer: testSigner(workspace), store, now: () => created });
  let at = 0;
  const clock = { now: () => times[at++] ?? created, monoUs: () => at };
  const log = openRunLog(undefined, { ...testOptions(), clock });
  const digests = { flowDigest: digestOf(flow), policyDigest: digestOf(policies) };
  await ledger.record([openEntry(log, digests)]);
  const journal = createJournal({ log, store });
  const attrs = { ...digests, engine: "1", models: [], host: "memory", seed: 1 };
  await journal.append(draft("run.open", "run", { attrs, values: { flowTitle: "Support" } }));
  while (at < times.length)
    await journal.append(draft("edge.taken", `e${at}`, { attrs: { edge: "e", from: "a", to: "b" } }));
  await journal.seal();
  return exportRun(store, { origin: runOrigin, flow, policies, created }, workspaceKey);
}

it("is no fault: the order is that of the run's own clock, and the verifier says so", async () => {
  const start = 1_800_000_000_000;
  const back = await verifyBundle(await recordedAt([start, start + 60_000, start + 1000, start + 2000]), options);
  expect(back).toMatchObject({ verdict: "VERIFIED", codes: [], notes: [{ step: 2 }] });
  expect(back.notes[0]?.message).toContain("went back by 59 s");
  const steady = await verifyBundle(await recordedAt([start, start + 60_000, start + 59_500, start + 70_000]), options);
  expect(steady).toMatchObject({ verdict: "VERIFIED", notes: [] });
});
