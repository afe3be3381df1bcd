import {
  cosignNote,
  cosignState,
  createJournal,
  closeEntry,
  digestOf,
  exportRun,
  leafHash,
  MemoryTraceStore,
  openEntry,
  openLedger,
  openRunLog,
  sealValue,
  sha256,
  signDecision,
  statementOf,
  toBase64Url,
  utf8,
  type EventDraft,
  type Journal,
  type Signer,
  type TracedEvent,
} from "#pillars/trace";
import { optionalPaths, readZip, reseal, writeZip } from "#pillars/trace/forge";
import { z } from "zod";
import { counted, draft, turnOf } from "./drafts.ts";
import type { Random } from "./random.ts";
import { approver, flowOf, policies, signerOf, start, witness, workspace, workspaceName } from "./world.ts";

/** One bundle with what whoever checks it has in hand. */
export interface Case {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly trust: readonly string[];
  readonly receipts: readonly string[];
}

export type Edit = (drafts: EventDraft[], random: Random) => EventDraft[];

/**
 * A bundle as the house writes it, in one of many shapes: long and short, open and closed, with values erased and withheld, with
 * witnesses, signed decisions and receipts. `edit` changes what the run did before it is sealed.
 */
export async function sealedCase(random: Random, id: number, edit?: Edit): Promise<Case> {
  const origin = `${workspaceName}/run/r${id}`;
  const signer = signerOf(origin);
  const store = new MemoryTraceStore();
  let tick = start;
  const ledger = await openLedger({ origin: workspaceName, signer: workspace, store, now: () => (tick += 3) });
  for (let other = random.below(6); other > 0; other -= 1)
    await ledger.record([
      { type: "run.open", run: `${workspaceName}/run/o${other}`, vkey: "k", flowDigest: "d", policyDigest: "d" },
    ]);
  const flow = flowOf(random.chance(0.3));
  const isSetBack = edit === undefined && random.chance(0.15);
  const digests = { flowDigest: digestOf(flow), policyDigest: digestOf(policies) };
  const log = openRunLog(undefined, {
    origin,
    signer,
    salt: ({ seq, field }) => sha256(utf8(`${id} ${seq} ${field}`)).subarray(0, 16),
    clock: {
      now: () => (tick += 1 + random.below(3)) - (isSetBack && tick % 16 > 9 ? 90_000 : 0),
      monoUs: () => (tick - start) * 1000,
    },
  });
  await ledger.record([openEntry(log, digests)]);
  const early = await store.ledgerHead();
  const journal = createJournal({ log, store });
  const opening = { ...digests, engine: "1", models: ["scripted"], host: "memory", seed: id };
  await journal.append(draft("run.open", "run", opening, { flowTitle: "Agree" }));
  const { drafts, isCut } = draftsOf(random, flow.edges.length > 0, edit !== undefined);
  const isSigned = random.chance(0.4);
  await appendAll(journal, edit === undefined ? drafts : edit(drafts, random), {
    origin,
    store,
    approver: isSigned ? approver : undefined,
    isForged: edit !== undefined && random.chance(0.3),
    isWitness: random.chance(0.6),
  });
  if (random.chance(0.7)) {
    await journal.append(
      draft("run.close", "close", { status: isCut ? "stopped" : "done", events: journal.size() + 1 }),
    );
    await ledger.record([closeEntry(log)]);
  }
  await journal.seal();
  await eraseSome(random, store, ledger, origin);
  const hasWitness = random.chance(0.2);
  const hidden = random.chance(0.3) ? 1 + random.below(9) : 0;
  const { checkpoint = "" } = await store.ledgerHead();
  const isConnected = random.chance(0.3);
  const written = await exportRun(
    hasWitness ? await cosigned(store) : store,
    {
      origin,
      flow,
      policies,
      created: tick,
      withhold: ({ seq }) => hidden > 0 && seq % 10 < hidden,
      ...(hasWitness ? { cosigners: [witness.vkey] } : {}),
      ...(isConnected ? { since: [early.size, 1] } : {}),
    },
    workspace,
  );
  const bytes = isConnected && random.chance(0.5) ? await withoutHashes(written) : written;
  const receipts = random.pick<readonly string[]>([
    [],
    [],
    [checkpoint],
    [early.checkpoint ?? ""],
    [`${checkpoint}\r\n`, early.checkpoint ?? ""],
  ]);
  return { name: "honest", bytes, trust: trustOf(random), receipts };
}

/** As of a ledger too long to travel: what connects a receipt then is a proof of its own. */
function withoutHashes(bundle: Uint8Array): Promise<Uint8Array> {
  const members = new Map(readZip(bundle));
  members.delete(optionalPaths.ledgerHashes);
  return reseal(writeZip(members), new Map(), workspace);
}

function trustOf(random: Random): readonly string[] {
  return random.pick<readonly string[]>([
    [workspace.vkey],
    [workspace.vkey],
    [workspace.vkey, approver.vkey],
    [workspace.vkey, witness.vkey],
    [witness.vkey],
    [],
  ]);
}

/** Runs of 1 to some hundreds of steps; sizes about powers of two are where trees have their corners. */
function draftsOf(random: Random, hasDayLimits: boolean, isWhole: boolean): { drafts: EventDraft[]; isCut: boolean } {
  const turns = isWhole ? random.pick([1, 2, 3]) : random.pick([0, 1, 1, 1, 2, 3, 6]);
  const drafts = counted(Array.from({ length: turns }, (_, at) => turnOf(at + 1, random, hasDayLimits)).flat());
  if (isWhole || random.chance(0.4)) return { drafts, isCut: false };
  const wanted = random.pick([0, 1, 2, 3, 6, 7, 14, 15, 30, 31, 62, 63, 64, 65, 127, 128]);
  // Cut anywhere: the rules hold at every moment of an open run.
  while (drafts.length < wanted)
    drafts.push(draft("handoff", `h${drafts.length}`, { to: "support" }, { sentence: `${drafts.length}` }));
  return { drafts: drafts.slice(0, wanted), isCut: wanted < drafts.length };
}

const decisionAttrs = z.object({
  approvalId: z.string(),
  argsDigest: z.string(),
  decision: z.enum(["approve", "edit"]),
  role: z.string(),
});

function textIn(attrs: EventDraft["attrs"], name: string): string {
  const value = attrs[name];
  return typeof value === "string" ? value : "";
}

interface Writing {
  readonly origin: string;
  readonly store: MemoryTraceStore;
  readonly approver: Signer | undefined;
  /** The decision is changed once it is signed. */
  readonly isForged: boolean;
  /** The decision comes with a cosigned checkpoint. */
  readonly isWitness: boolean;
}

async function appendAll(journal: Journal, drafts: readonly EventDraft[], writing: Writing): Promise<void> {
  const requests = new Map<string, TracedEvent>();
  for (const each of drafts) {
    const request = requests.get(textIn(each.attrs, "approvalId"));
    const isDecision = each.kind === "approval.decision" && each.attrs["argsDigest"] === "" && request !== undefined;
    const event = await journal.append(isDecision ? await decisionFor(each, request, writing) : each);
    if (event.kind === "approval.request") requests.set(textIn(event.attrs, "approvalId"), event);
  }
}

/** The digest of what was shown, and for the first person their signature. */
async function decisionFor(
  each: EventDraft,
  request: TracedEvent,
  { origin, store, approver: key, isForged, isWitness }: Writing,
): Promise<EventDraft> {
  const attrs = { ...each.attrs, argsDigest: request.attrs["argsDigest"] ?? "" };
  const [line] = await store.lines(origin, request.seq, request.seq + 1);
  if (key === undefined || line === undefined || each.actor.ref !== "mara") return { ...each, attrs };
  const decided = decisionAttrs.safeParse(attrs);
  if (!decided.success) return { ...each, attrs };
  const salts: Record<string, string> = {};
  const digests: Record<string, string> = {};
  for (const [field, value] of Object.entries(each.values ?? {})) {
    if (value === undefined) continue;
    const salt = sha256(utf8(`${each.key} ${field}`)).subarray(0, 16);
    salts[field] = toBase64Url(salt);
    digests[field] = sealValue(salt, field, value).digest;
  }
  const made = { actor: { ref: each.actor.ref }, attrs: decided.data };
  const statement = statementOf(origin, toBase64Url(leafHash(line)), made, digests);
  const signature = await signDecision(statement, key, Math.floor(start / 1000));
  const values = isForged ? { ...each.values, comment: "other" } : each.values;
  const cosigned = await cosignature(origin, store, key, isWitness);
  const signed = { approver: key.vkey, signature, ...(cosigned && { cosigned }) };
  return { ...each, attrs: { ...attrs, ...signed }, salts, ...(values && { values }) };
}

async function cosignature(origin: string, store: MemoryTraceStore, key: Signer, isWitness: boolean) {
  const last = (await store.checkpoints(origin)).at(-1);
  if (!isWitness || last === undefined) return undefined;
  const [, size, root = ""] = last.note.split("\n");
  const state = { vkey: "", size: Number(size), root };
  return { size: last.size, signature: await cosignState(origin, state, key, Math.floor(start / 1000)) };
}

async function eraseSome(
  random: Random,
  store: MemoryTraceStore,
  ledger: Awaited<ReturnType<typeof openLedger>>,
  origin: string,
): Promise<void> {
  if (!random.chance(0.3)) return;
  const size = (await store.head(origin))?.size ?? 0;
  const shown = await store.disclosures(origin, 0, size);
  for (const { seq, field, text } of shown.filter(() => random.chance(0.1))) {
    const digest = toBase64Url(sha256(utf8(text)));
    const leaf = { type: "redact", run: origin, seq, field, digest, reason: "asked", actorRef: "p-1" } as const;
    await ledger.record([leaf], [{ origin, seq, field }]);
  }
}

/** The same store, with a witness's signature on the last checkpoint. */
async function cosigned(store: MemoryTraceStore): Promise<MemoryTraceStore> {
  const plain = store.checkpoints.bind(store);
  store.checkpoints = async (origin) => {
    const all = [...(await plain(origin))];
    const last = all.pop();
    return last === undefined
      ? []
      : [...all, { ...last, note: await cosignNote(last.note, witness, Math.floor(start / 1000)) }];
  };
  return store;
}
