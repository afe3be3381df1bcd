import { openTurn, type Flow, type NodeRegistry } from "#engine";
import { waitingRequests, type ApprovalRequestEvent, type PersonDecision } from "#monitor";
import type { ErasureReason } from "#pillars/trace";
import { runLock, type ShelvedRun } from "#store";
import { CannotKeepKeys } from "./approver-book.ts";
import {
  aboutRequest,
  openWorkspace,
  judgeTravelled,
  recordedRequest,
  signFor,
  writeDecisionFile,
  writeRequestFile,
  type ApproverBook,
  type Decided,
  type Erased,
  type Erasure,
  type JudgedFile,
  type RequestPlace,
  type Signing,
  type RunSession,
  type Started,
  type TravelledDecision,
  type TravelledRequest,
  type Workspace,
} from "../workspace/index.ts";
import { createHeldSessions, type HeldSessions } from "./held-sessions.ts";
import { holdLock, type BrowserParts } from "./parts.ts";
import { readSafely, remindDue, waitingNow, type WaitingRun } from "./waiting-runs.ts";
import { createTabLine, type TabLine } from "./tab-line.ts";

/** The workspace of this browser, shared by its tabs: each run has one writer at a time. */
export interface House {
  readonly workspace: Workspace;
  /** The people who decide in this browser. */
  readonly approvers: ApproverBook;
  /** Opens a new chat with a flow; the tab keeps it until `release` or until it is gone. */
  start(flow: Flow): Promise<Started>;
  /** Takes over a run that was left open. Refuses when another tab works on it. */
  open(runId: string): Promise<Started>;
  /** A run that this tab has open. */
  session(runId: string): RunSession | undefined;
  release(runId: string): void;
  /** All requests that wait for a person, over all runs. */
  waiting(): Promise<readonly WaitingRun[]>;
  /** The decision signed with the key of the person who decides, for whoever records it. */
  sign(runId: string, request: ApprovalRequestEvent, decision: PersonDecision): Promise<Signing>;
  /**
   * Decides wherever the run is open: here, in another tab, or by opening it now. The run goes on by itself. What was not
   * signed elsewhere is signed here, with the key of the person who decides.
   */
  decide(runId: string, request: ApprovalRequestEvent, decision: PersonDecision): Promise<Decided>;
  /** A waiting request as a file for somebody else's Gatehouse. */
  requestFile(waiting: WaitingRun): Promise<string>;
  /** The decision about a request from elsewhere as a file, signed with the key that the person has here. */
  decisionFile(
    travelled: TravelledRequest,
    decision: PersonDecision,
  ): Promise<
    | { readonly ok: true; readonly file: string }
    | { readonly ok: false; readonly sentence: string; readonly code?: string }
  >;
  /** Whether a decision that came as a file would count, and whose key signed it. Records nothing. */
  judgeFile(travelled: TravelledDecision): Promise<JudgedFile>;
  /** Erases what was found in a run, which is ended first where it is open. Refuses when another tab works on it. */
  erase(erasure: Erasure, why: ErasureReason): Promise<Erased>;
  /** What is waiting and due for a reminder, which is recorded wherever this tab can. */
  remind(): Promise<readonly WaitingRun[]>;
  /** Runs whose last message was being worked on when the browser stopped. */
  interrupted(): Promise<readonly ShelvedRun[]>;
  /** Stops every run of every tab. */
  stopEverything(): void;
  /** Calls back when something in another tab may have changed what waits. */
  onChange(listener: () => void): () => void;
}

export async function openHouse(parts: BrowserParts, registry: NodeRegistry): Promise<House> {
  const workspace = await openWorkspace(parts, registry);
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const sessions = createHeldSessions(workspace, parts, registry);
  const line: TabLine = createTabLine({
    decide: async ({ runId, key, decision }) => sessions.decide(runId, key, decision),
    stop: () => {
      sessions.stop();
      changed();
    },
    changed,
  });
  sessions.onNews(() => line.announce());

  return {
    workspace,
    approvers: parts.approvers,
    start: (flow) => sessions.start(flow),
    open: (runId) => sessions.open(runId),
    session: (runId) => sessions.get(runId),
    release: (runId) => sessions.release(runId),
    waiting: () => waitingNow(parts, workspace, sessions),
    sign: (runId, request, decision) => signHere(parts, runId, request, decision),
    async decide(runId, request, made) {
      const signing = await signHere(parts, runId, request, made);
      return signing.ok ? decideSigned(runId, request, signing.decision, sessions, line) : signing;
    },
    async requestFile({ run, request, events }) {
      const { origin = "", vkey } = (await parts.shelf.get(run.runId)) ?? {};
      const about = aboutRequest(request, run.flow, events);
      return writeRequestFile(parts.store, origin, request, run.flow.title, about, vkey);
    },
    async decisionFile(travelled, made) {
      const signing = await signAs(parts, travelled.request, travelled.place, made);
      if (!signing.ok) return signing;
      const file = writeDecisionFile(travelled, signing.decision);
      return file === undefined ? { ok: false, sentence: new CannotKeepKeys(undefined).message } : { ok: true, file };
    },
    async judgeFile(travelled) {
      const run = (await parts.shelf.list()).find(({ origin }) => origin === travelled.origin);
      const events = run && (sessions.get(run.runId)?.events() ?? (await readSafely(workspace, run.runId)));
      const runs = run === undefined || events === undefined ? [] : [{ ...run, events }];
      return judgeTravelled(travelled, runs, await parts.approvers.list(), parts.store, parts.now());
    },
    async erase(erasure, why) {
      const ended = await endOpen(erasure, sessions);
      if (!ended.ok) return ended;
      const erased = await workspace.erase(erasure, why);
      // What the tab has in memory still holds it.
      sessions.release(erasure.record.runId);
      changed();
      line.announce();
      return erased;
    },
    remind: () => remindDue(parts, workspace, sessions),
    async interrupted() {
      const runs = await parts.shelf.list();
      const open = await Promise.all(
        runs.map(async (run) => ((await isInterrupted(run, workspace, sessions)) ? [run] : [])),
      );
      return open.flat();
    },
    stopEverything() {
      sessions.stop();
      changed();
      line.stop();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Here, or in the tab that has the run open, or here after opening it. */
async function decideSigned(
  runId: string,
  { key }: ApprovalRequestEvent,
  decision: PersonDecision,
  sessions: HeldSessions,
  line: TabLine,
): Promise<Decided> {
  const here = await sessions.decide(runId, key, decision);
  if (here !== undefined) return here;
  const opened = await sessions.open(runId);
  if (!opened.ok) return (await line.decide({ runId, key, decision })) ?? { ok: false, sentence: opened.sentence };
  const decided = await sessions.decide(runId, key, decision);
  return decided ?? { ok: false, sentence: "This has been decided already." };
}

/** What is erased is no longer there to go on with. */
async function endOpen({ record, isOpen }: Erasure, sessions: HeldSessions): Promise<Decided> {
  if (!isOpen) return { ok: true };
  const opened = await sessions.open(record.runId);
  if (!opened.ok) return opened;
  await opened.session.close(opened.session.waiting().length > 0 ? "abandoned" : "done");
  return { ok: true };
}

async function signHere(
  parts: BrowserParts,
  runId: string,
  request: ApprovalRequestEvent,
  decision: PersonDecision,
): Promise<Signing> {
  const { origin = "", vkey } = (await parts.shelf.get(runId)) ?? {};
  const place = await recordedRequest(parts.store, origin, [request], request.attrs.approvalId, vkey);
  return signAs(parts, request, place, decision);
}

async function signAs(
  parts: BrowserParts,
  request: ApprovalRequestEvent,
  place: RequestPlace | undefined,
  decision: PersonDecision,
): Promise<Signing> {
  try {
    const { witness } = parts.approvers;
    return await signFor(request, place, decision, () => parts.approvers.signerOf(decision.by), { ...parts, witness });
  } catch (problem) {
    if (problem instanceof CannotKeepKeys) return { ok: false, sentence: problem.message };
    throw problem;
  }
}

async function isInterrupted(run: ShelvedRun, workspace: Workspace, sessions: HeldSessions): Promise<boolean> {
  if (sessions.get(run.runId) !== undefined) return false;
  const events = await readSafely(workspace, run.runId);
  const open =
    openTurn(events) !== undefined && events.at(-1)?.kind !== "run.close" && waitingRequests(events).length === 0;
  if (!open) return false;
  const release = await holdLock(runLock(run.runId));
  release?.();
  return release !== undefined;
}
