import {
  closeRun,
  openTurn,
  type EventDraft,
  type EventSink,
  type Flow,
  type Plan,
  type RunEvent,
  type RunHost,
  type RunOutput,
  type TurnInput,
} from "#engine";
import {
  createMonitor,
  reminders,
  ruleOn,
  timeouts,
  waitingRequests,
  type ApprovalRequestEvent,
  type PersonDecision,
} from "#monitor";
import { createJournal, digestOf, loadRun, openRunLog, type Signer } from "#pillars/trace";
import { jsonValue } from "#engine";
import { engineVersion, type RunRecord, type WorkspaceParts } from "./parts.ts";
import { adoptionOf } from "./adoption.ts";
import { bundleOf, type Copy } from "./bundle.ts";
import { endRun } from "./end-run.ts";
import { shareDayOf } from "./share-day.ts";
import { usedBeforeOf } from "./used-before.ts";
import { grantSigner } from "./sign-grant.ts";
import { policiesOf, staleRules } from "./policies.ts";
import { createQueue } from "./queue.ts";
import { isSignedFor, recordedRequest, signatureRefused, type RequestPlace } from "./signed-decision.ts";
import { runEventOf, sinkOf } from "./sink.ts";
import { openTurns } from "./turns.ts";

/** Whether a decision counted, or why not. */
export type Decided =
  | { readonly ok: true }
  /** With the code of a witness that does not sign. */
  | { readonly ok: false; readonly sentence: string; readonly code?: string };

/** One open run: a chat with a flow, recorded as it happens. */
export interface RunSession {
  readonly runId: string;
  readonly flow: Flow;
  /** The log so far, ascending. A new array after each event. */
  events(): readonly RunEvent[];
  /** Called after each new event. Returns the way to stop. */
  subscribe(listener: (event: RunEvent) => void): () => void;
  send(input: TurnInput): AsyncIterable<RunOutput>;
  /** Goes on with a turn that was interrupted or whose decision has come; yields nothing when there is none. */
  resume(): AsyncIterable<RunOutput>;
  /** Where a request stands in the log; a signature names it. */
  place(request: ApprovalRequestEvent): Promise<RequestPlace | undefined>;
  waiting(): readonly ApprovalRequestEvent[];
  /** Judges and records a decision; the turn goes on with the next resume. */
  decide(request: ApprovalRequestEvent, decision: PersonDecision): Promise<Decided>;
  /** Records silence as denial where the time is over; true when something was recorded. */
  expire(): Promise<boolean>;
  /** Records reminders that are due; true when something was recorded. */
  remind(): Promise<boolean>;
  /** Stops what is running now, in flight calls included. */
  stop(): void;
  close(status: "done" | "stopped" | "abandoned" | "blocked" | "denied" | "failed"): Promise<void>;
  isClosed(): boolean;
  /** The evidence as one file. */
  /** The evidence up to now. */
  exportBundle(copy?: Copy): Promise<Uint8Array>;
}

interface Opened {
  readonly parts: WorkspaceParts;
  readonly record: RunRecord;
  readonly plan: Plan;
  readonly workspace: Signer;
  readonly workspaceName: string;
  readonly signer: Signer;
}

/** Opens a run's log for its one writer: a new one, or one that was left open. */
export async function openSession(opened: Opened): Promise<RunSession> {
  const { parts, record, plan, signer, workspace } = opened;
  const stored = await loadRun(parts.store, record.origin, signer.vkey);
  const listeners = new Set<(event: RunEvent) => void>();
  const all = createEventList(stored.events.map(runEventOf));
  const settling = createQueue();
  const log = openRunLog(stored.state.size === 0 ? undefined : stored.state, {
    origin: record.origin,
    signer,
    salt: () => parts.randomBytes(16),
    clock: { now: parts.now, monoUs: parts.monoUs },
  });
  const journal = createJournal({ log, store: parts.store });
  const sink = sinkOf(journal, (event) => {
    all.add(event);
    for (const listener of listeners) listener(event);
  });
  if (wasInterrupted(all.now())) await recordRecovery(all.now(), sink);
  const gate = createMonitor({
    ...parts.ports,
    signGrant: grantSigner(opened),
    shareDay: shareDayOf(parts, record, all.now),
    isAdopted: adoptionOf(parts, record, plan.registry),
    usedBefore: usedBeforeOf(parts, record, plan.registry, workspace),
  });
  const host = (signal: AbortSignal): RunHost => ({
    runId: record.runId,
    sink,
    recorded: async () => all.now(),
    opening: openingOf(record.flow, plan, parts, record.runId),
    gate,
    idle: parts.idle,
    delay: parts.ports.delay,
    signal,
  });
  const turns = openTurns(plan, host);
  return {
    runId: record.runId,
    flow: record.flow,
    events: all.now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (input) => turns.take(input),
    resume: () => turns.take(undefined),
    place: ({ attrs }) => recordedRequest(parts.store, record.origin, all.now(), attrs.approvalId, signer.vkey),
    waiting: () => waitingRequests(all.now()),
    decide: ({ key }, decision) =>
      settling.enter(async () => {
        const stale = decision.decision === "deny" ? undefined : await staleRules(record.flow, parts);
        if (stale !== undefined) return { ok: false, sentence: stale };
        const ruling = ruleOn(all.now(), key, decision, parts.now());
        if (!ruling.ok) return ruling;
        const request = await recordedRequest(parts.store, record.origin, all.now(), ruling.draft.attrs.approvalId);
        if (decision.signed !== undefined && !(await isSignedFor(parts.store, request, ruling.draft, decision.signed)))
          return { ok: false, sentence: signatureRefused };
        await sink.append(ruling.draft, decision.signed?.salts);
        return { ok: true };
      }),
    expire: () => settling.enter(() => appendAll(timeouts(all.now(), parts.now()), sink)),
    remind: () => settling.enter(() => appendAll(reminders(all.now(), parts.now()), sink)),
    stop: () => turns.stop(),
    close: (status) =>
      turns.between(async () => {
        await closeRun(host(new AbortController().signal), status);
        await journal.seal();
        await endRun(opened, log);
      }),
    isClosed: () => all.now().at(-1)?.kind === "run.close",
    async exportBundle(copy) {
      if (all.now().at(-1)?.kind !== "run.close") await journal.seal();
      return bundleOf(opened, copy);
    },
  };
}

async function appendAll(drafts: readonly EventDraft[], sink: EventSink): Promise<boolean> {
  for (const draft of drafts) await sink.append(draft);
  return drafts.length > 0;
}

export function openingOf(flow: Flow, plan: Plan, parts: WorkspaceParts, runId: string): RunHost["opening"] {
  const models = [...plan.steps.values()].flatMap((step) => step.definition.modelsFor(step.config));
  return {
    flowDigest: digestOf(jsonValue.parse(flow)),
    policyDigest: digestOf(policiesOf(flow)),
    engine: engineVersion,
    models: [...new Set(models)].sort(),
    host: parts.keys.softwareKey === true ? `${parts.platform}, softwareKey` : parts.platform,
    seed: seedOf(runId),
  };
}

function seedOf(runId: string): number {
  return [...runId].reduce((seed, character) => (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) >>> 0, 7);
}

/** Events so far. Who asks gets a list that stays as it is; while nobody asks, none is made. */
function createEventList(first: readonly RunEvent[]) {
  const events = [...first];
  let snapshot: readonly RunEvent[] | undefined;
  return {
    add(event: RunEvent): void {
      events.push(event);
      snapshot = undefined;
    },
    now: (): readonly RunEvent[] => (snapshot ??= [...events]),
  };
}

/** A turn that waits for a person, or whose decision has come and nothing after it, stopped where it should. */
function wasInterrupted(events: readonly RunEvent[]): boolean {
  if (openTurn(events) === undefined || waitingRequests(events).length > 0) return false;
  return !["approval.decision", "approval.timeout"].includes(events.at(-1)?.kind ?? "");
}

const intents: ReadonlySet<string> = new Set(["llm.request", "guardrail.request", "tool.call", "sandbox.start"]);
const answers: ReadonlySet<string> = new Set(["llm.response", "guardrail.response", "tool.result", "sandbox.end"]);

/** A crash is never repaired silently: the log says where it stood and which intents had no answer. */
async function recordRecovery(events: readonly RunEvent[], sink: ReturnType<typeof sinkOf>): Promise<void> {
  const answered = new Set(events.flatMap((event) => (answers.has(event.kind) ? [event.key] : [])));
  const open = events.flatMap((event) => (intents.has(event.kind) && !answered.has(event.key) ? [event.key] : []));
  await sink.append({
    kind: "run.recovered",
    key: `recovered-${events.length}`,
    actor: { type: "system", ref: "host" },
    attrs: { lastSeq: events.length - 1, openIntents: open },
    values: {},
  });
}
