import {
  closeEntry,
  digestOf,
  MemoryTraceStore,
  openEntry,
  openLedger,
  openRunLog,
  sha256,
  utf8,
  type EventDraft,
  type ExportOptions,
  type LedgerHead,
  type Signer,
  type SignedCheckpoint,
  type StoredDisclosure,
} from "#pillars/trace";
import { flowOf, policies, signerOf, start, workspace, workspaceName } from "./agree/world.ts";

export interface RecordedRun {
  readonly origin: string;
  /** The key line of its own key. */
  readonly vkey: string;
  readonly lines: readonly string[];
  readonly disclosures: readonly StoredDisclosure[];
  readonly checkpoints: readonly SignedCheckpoint[];
  readonly ledgerHead: LedgerHead;
  readonly ledgerLines: readonly string[];
  readonly facts: Pick<ExportOptions, "origin" | "flow" | "policies" | "created">;
  readonly workspace: Signer;
}

/** A closed run of about so many events that keeps every rule: turns of six steps, half of them with values. */
export async function runOf(size: number): Promise<RecordedRun> {
  const origin = `${workspaceName}/run/b${size}`;
  let tick = start;
  const store = new MemoryTraceStore();
  const ledger = await openLedger({ origin: workspaceName, signer: workspace, store, now: () => (tick += 3) });
  const flow = flowOf(false);
  const digests = { flowDigest: digestOf(flow), policyDigest: digestOf(policies) };
  const log = openRunLog(undefined, {
    origin,
    signer: signerOf(origin),
    salt: ({ seq, field }) => sha256(utf8(`${seq} ${field}`)).subarray(0, 16),
    clock: { now: () => (tick += 2), monoUs: () => (tick - start) * 1000 },
  });
  await ledger.record([openEntry(log, digests)]);
  const lines: string[] = [];
  const disclosures: StoredDisclosure[] = [];
  const checkpoints: SignedCheckpoint[] = [];
  const add = (each: EventDraft) => {
    const { line, disclosures: shown } = log.append(each);
    lines.push(line);
    disclosures.push(...shown);
  };
  const opening = { ...digests, engine: "1", models: ["scripted"], host: "memory", seed: 1 };
  add(step("run.open", "run", opening, { flowTitle: "Bench" }));
  for (let turn = 1; lines.length < size - turnSteps; turn += 1) {
    for (const each of turnOf(turn)) add(each);
    if (turn % 100 === 0) checkpoints.push(await log.checkpoint());
  }
  add(step("run.close", "close", { status: "done", events: lines.length + 1 }));
  checkpoints.push(await log.checkpoint());
  await ledger.record([closeEntry(log)]);
  const ledgerHead = await store.ledgerHead();
  const ledgerLines = await store.ledgerLines(0, ledgerHead.size);
  const facts = { origin, flow, policies, created: tick };
  return { origin, vkey: log.vkey, lines, disclosures, checkpoints, ledgerHead, ledgerLines, facts, workspace };
}

/** Of each turn. */
export const turnSteps = 6;

function turnOf(turn: number): EventDraft[] {
  const key = `t${turn}`;
  const at = `${key}/a/0`;
  return [
    step("turn.start", key, { turn, role: "user" }, { speaker: { name: "Nora" } }),
    step("node.start", at, {}, { input: { text: `How long do I have to send something back? ${turn}` } }, key),
    step("edge.taken", `${key}/e`, { edge: "e", from: "a", to: "b" }, {}, at),
    step("error", `${at}/x`, { code: "timeout", attempt: 1 }, { sentence: "It took too long." }, at),
    step("node.end", at, { status: "done", ports: ["out"] }, { output: { text: "Thirty days." } }, key),
    step("turn.end", key, { turn, status: "done" }, { sentence: "Done." }),
  ];
}

function step(
  kind: string,
  key: string,
  attrs: EventDraft["attrs"],
  values: EventDraft["values"] = {},
  parent?: string,
): EventDraft {
  const node = { id: "a", type: "agent" };
  const actor = { type: "system", ref: "engine" } as const;
  return { kind, key, node, actor, attrs, values, ...(parent !== undefined && { parent }) };
}
