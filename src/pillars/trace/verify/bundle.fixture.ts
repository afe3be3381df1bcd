import { exportRun, type ExportOptions } from "../bundle/export-run.ts";
import type { EventDraft } from "../event.ts";
import { reseal } from "../forge/index.ts";
import {
  appendAll,
  flow,
  policies,
  refundTurn,
  startRun,
  testSigner,
  workspace,
  type TestRun,
} from "../run.fixture.ts";
import type { VerifyOptions } from "./report.ts";

/** Bundles for the tests of the verifier: honest ones, and ones that the workspace's own key sealed again after a change. */
export const workspaceKey = testSigner(workspace);
export const options: VerifyOptions = { trusted: [workspaceKey.vkey], own: [], receipts: [] };
export const created = 1_800_000_500_000;

export async function bundleOf(
  run: TestRun,
  more: Partial<ExportOptions> = {},
  signer = workspaceKey,
): Promise<Uint8Array> {
  await run.journal.seal();
  const { origin } = run.journal;
  return exportRun(run.store, { origin, flow, policies, created, ...more }, signer);
}

/** A closed run of these drafts. */
export async function closedBundle(drafts: readonly EventDraft[] = refundTurn()): Promise<Uint8Array> {
  const run = await startRun();
  await appendAll(run.journal, drafts);
  await run.close();
  return bundleOf(run);
}

/** Replaces members and seals the bundle again with the true workspace key. */
export function resealed(bundle: Uint8Array, changes: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  return reseal(bundle, changes, workspaceKey);
}
