import { compile, jsonValue, type Finding, type Flow, type NodeRegistry, type RunEvent } from "#engine";
import { digestOf, loadRun, openLedger, type DisclosureReport, type ErasureReason, type Sought } from "#pillars/trace";
import type { WorkspaceParts, RunRecord } from "./parts.ts";
import { disclosuresOf } from "./disclosures.ts";
import { compare, type ComparedReceipt } from "./compare-receipt.ts";
import { settleEnd } from "./end-run.ts";
import { erase, findErasures, type Erased, type Erasure } from "./erase.ts";
import { policiesOf } from "./policies.ts";
import { bundleOf, type Copy } from "./bundle.ts";
import { openSession, type RunSession } from "./session.ts";
import { runEventOf } from "./sink.ts";
import { askWhatIf, type Asked } from "./what-if.ts";
import { freshName } from "./key-ring.ts";

export type Started =
  | { readonly ok: true; readonly session: RunSession }
  | { readonly ok: false; readonly sentence: string; readonly findings: readonly Finding[] };

/** Runs, their logs and their keys, on one platform. */
export interface Workspace {
  readonly vkey: string;
  start(flow: Flow): Promise<Started>;
  /** Opens a run that was left open; its recorded flow is used. */
  resume(runId: string): Promise<Started>;
  runs(): Promise<readonly RunRecord[]>;
  /** A run's events, checked against its last checkpoint. */
  read(runId: string): Promise<readonly RunEvent[]>;
  /** What another flow would have made of a run; nothing is reached. Undefined where there is no such run. See `askWhatIf`. */
  whatIf(runId: string, flow: Flow): Promise<Asked | undefined>;
  exportBundle(runId: string, copy?: Copy): Promise<Uint8Array>;
  /**
   * The signed head of the ledger, or of one run's log: whoever keeps it can tell later that nothing before it was changed
   * or taken away. Undefined while there is none.
   */
  receipt(runId?: string): Promise<string | undefined>;
  /** What a receipt that somebody kept says about what is recorded here. The lines are read and hashed anew. */
  compare(receipt: string): Promise<ComparedReceipt>;
  /** What such a copy of a run would show, withhold and lack; undefined where there is no such run. Holds no value. */
  disclosures(runId: string, copy?: Copy): Promise<DisclosureReport | undefined>;
  /** What an erasure would take away, run by run, oldest first; of one run where it is named. Changes nothing. */
  findErasures(sought: Sought, runId?: string): Promise<readonly Erasure[]>;
  /** Erases what was found in a closed run, for good. */
  erase(erasure: Erasure, why: ErasureReason): Promise<Erased>;
}

export async function openWorkspace(parts: WorkspaceParts, registry: NodeRegistry): Promise<Workspace> {
  const { name, signer: workspace } = await parts.keys.workspace();

  async function open(
    record: RunRecord,
    signer: Awaited<ReturnType<typeof parts.keys.createRunKey>>,
  ): Promise<Started> {
    const compiled = compile(record.flow, registry);
    if (!compiled.ok) return refused("This flow has something to repair before it can run.", compiled.findings);
    return {
      ok: true,
      session: await openSession({ parts, record, plan: compiled.plan, workspace, workspaceName: name, signer }),
    };
  }

  return {
    vkey: workspace.vkey,
    async start(flow) {
      const compiled = compile(flow, registry);
      if (!compiled.ok) return refused("This flow has something to repair before it can run.", compiled.findings);
      const runId = freshName("r");
      const origin = `${name}/run/${runId}`;
      const signer = await parts.keys.createRunKey(origin);
      const record: RunRecord = { runId, origin, flow, vkey: signer.vkey, createdAt: parts.now() };
      // The ledger names the run's key before the first event: from then on only this key speaks for the run.
      await parts.lock("ledger", true, async () => {
        const ledger = await openLedger({ origin: name, signer: workspace, store: parts.store, now: parts.now });
        const digests = { flowDigest: digestOf(jsonValue.parse(flow)), policyDigest: digestOf(policiesOf(flow)) };
        await ledger.record([{ type: "run.open", run: origin, vkey: signer.vkey, ...digests }]);
      });
      await parts.shelf.put(record);
      return open(record, signer);
    },
    async resume(runId) {
      const record = await parts.shelf.get(runId);
      if (record === undefined) return refused(`There is no run called ${runId}.`, []);
      if (await settleEnd({ parts, record, workspace, workspaceName: name }))
        return refused("This run is closed, so it cannot go on.", []);
      const signer = await parts.keys.runKey(record.origin);
      if (signer === undefined) return refused("The key of this run is gone, so it cannot go on.", []);
      return open(record, signer);
    },
    runs: () => parts.shelf.list(),
    async read(runId) {
      const record = await parts.shelf.get(runId);
      if (record === undefined) return [];
      return (await loadRun(parts.store, record.origin, record.vkey)).events.map(runEventOf);
    },
    async whatIf(runId, flow) {
      const record = await parts.shelf.get(runId);
      if (record === undefined) return undefined;
      const stored = await loadRun(parts.store, record.origin, record.vkey);
      return askWhatIf({ origin: record.origin, flow: record.flow, ...stored }, flow, registry, parts.ports);
    },
    async exportBundle(runId, copy) {
      const record = await parts.shelf.get(runId);
      if (record === undefined) throw new Error(`There is no run called ${runId}.`);
      await settleEnd({ parts, record, workspace, workspaceName: name });
      return bundleOf({ parts, record, workspace, workspaceName: name }, copy);
    },
    async findErasures(sought, runId) {
      const records = (await parts.shelf.list()).filter((record) => runId === undefined || record.runId === runId);
      return findErasures(parts, records, sought);
    },
    async erase(erasure, why) {
      await settleEnd({ parts, record: erasure.record, workspace, workspaceName: name });
      return erase({ parts, workspace, workspaceName: name }, erasure, why);
    },
    async disclosures(runId, copy = {}) {
      const record = await parts.shelf.get(runId);
      return record && disclosuresOf(parts, record, copy);
    },
    compare: (receipt) => compare(parts, { name, signer: workspace }, receipt),
    receipt: (runId) => receiptOf(parts, runId),
  };
}

function refused(sentence: string, findings: readonly Finding[]): Started {
  return { ok: false, sentence, findings };
}

/** The newest signed checkpoint of a run, or of the ledger. */
async function receiptOf({ store, shelf }: WorkspaceParts, runId: string | undefined): Promise<string | undefined> {
  if (runId === undefined) return (await store.ledgerHead()).checkpoint;
  const record = await shelf.get(runId);
  if (record === undefined) return undefined;
  // Of a log that was cut or changed nothing is vouched for.
  await loadRun(store, record.origin, record.vkey);
  return (await store.checkpoints(record.origin)).at(-1)?.note;
}
