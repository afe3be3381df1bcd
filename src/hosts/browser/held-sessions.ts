import type { Flow, NodeRegistry, RunEvent } from "#engine";
import type { PersonDecision } from "#monitor";
import { runLock } from "#store";
import {
  trustProblem,
  wantsOf,
  type Decided,
  type RunSession,
  type Started,
  type Workspace,
} from "../workspace/index.ts";
import { holdLock, type BrowserParts } from "./parts.ts";
import { summaryOf, turningPoints } from "./run-summary.ts";

/** The runs that this tab has open; each is locked against other tabs for as long as it is held. */
export interface HeldSessions {
  get(runId: string): RunSession | undefined;
  start(flow: Flow): Promise<Started>;
  open(runId: string): Promise<Started>;
  release(runId: string): void;
  /** Undefined when the run is not held here, or the request is not waiting. The run goes on by itself. */
  decide(runId: string, key: string, decision: PersonDecision): Promise<Decided | undefined>;
  stop(): void;
  /** Calls back when a request was made, was decided, or a turn has ended. */
  onNews(listener: () => void): void;
}

interface Held {
  readonly session: RunSession;
  readonly release: () => void;
  working: Promise<void>;
}

const news: ReadonlySet<RunEvent["kind"]> = new Set([
  "approval.request",
  "approval.decision",
  "approval.timeout",
  "turn.end",
]);

export function createHeldSessions(
  workspace: Workspace,
  { shelf, trust }: Pick<BrowserParts, "shelf" | "trust">,
  registry: NodeRegistry,
): HeldSessions {
  const held = new Map<string, Held>();
  const listeners = new Set<() => void>();

  function keep(session: RunSession, release: () => void): void {
    held.set(session.runId, { session, release, working: Promise.resolve() });
    session.subscribe((event) => {
      if (turningPoints.has(event.kind)) void summarise(session);
      if (news.has(event.kind)) for (const listener of listeners) listener();
    });
  }

  async function summarise(session: RunSession): Promise<void> {
    const summary = summaryOf(session.events());
    // The summary only spares a list the log; without it the list says less.
    if (summary !== undefined) await shelf.summarise(session.runId, summary).catch(() => undefined);
  }

  /** Nothing of a flow from a file runs that was not allowed; a record that cannot be read stops it too. */
  async function objection(flow: Flow): Promise<string | undefined> {
    const record = await trust.read(flow.id);
    return record === undefined ? undefined : trustProblem(wantsOf(flow, registry), record.allowed);
  }

  return {
    get: (runId) => held.get(runId)?.session,
    async start(flow) {
      const sentence = await objection(flow);
      if (sentence !== undefined) return { ok: false, sentence, findings: [] };
      const started = await workspace.start(flow);
      if (started.ok) keep(started.session, (await holdLock(runLock(started.session.runId))) ?? (() => undefined));
      return started;
    },
    async open(runId) {
      const mine = held.get(runId);
      if (mine !== undefined) return { ok: true, session: mine.session };
      const run = await shelf.get(runId);
      const sentence = run === undefined ? undefined : await objection(run.flow);
      if (sentence !== undefined) return { ok: false, sentence, findings: [] };
      const release = await holdLock(runLock(runId));
      if (release === undefined) return { ok: false, sentence: "Another tab is working on this run.", findings: [] };
      const started = await workspace.resume(runId).catch((problem: unknown) => {
        release();
        throw problem;
      });
      if (started.ok) keep(started.session, release);
      else release();
      return started;
    },
    release(runId) {
      held.get(runId)?.release();
      held.delete(runId);
    },
    async decide(runId, key, decision) {
      const mine = held.get(runId);
      const request = mine?.session.waiting().find((each) => each.key === key);
      if (mine === undefined || request === undefined) return undefined;
      const decided = await mine.session.decide(request, decision);
      if (decided.ok) goOn(mine);
      return decided;
    },
    stop() {
      for (const { session } of held.values()) session.stop();
    },
    onNews: (listener) => void listeners.add(listener),
  };
}

/** Works on what can go on; a second decision meanwhile is picked up when this has ended. */
function goOn(mine: Held): void {
  const next = async (): Promise<void> => {
    for await (const _ of mine.session.resume());
  };
  mine.working = mine.working.then(next, next);
  // What goes wrong is in the log and shown from there; a broken log shows when the run is read again.
  mine.working.catch(() => undefined);
}
