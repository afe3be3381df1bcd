import type { RunEvent } from "#engine";
import { dueReminders, reminders, waitingRequests, type ApprovalRequestEvent } from "#monitor";
import { runLock, type ShelvedRun } from "#store";
import type { RunSession, Workspace } from "../workspace/index.ts";
import type { HeldSessions } from "./held-sessions.ts";
import { holdLock, type BrowserParts } from "./parts.ts";

/** A run that waits, as the inbox lists it. */
export interface WaitingRun {
  readonly run: ShelvedRun;
  readonly request: ApprovalRequestEvent;
  readonly events: readonly RunEvent[];
}

/** All requests that wait for a person, over all runs. */
export async function waitingNow(
  { shelf }: BrowserParts,
  workspace: Workspace,
  sessions: HeldSessions,
): Promise<readonly WaitingRun[]> {
  return waitingAmong(await shelf.list(), workspace, sessions);
}

async function waitingAmong(
  runs: readonly ShelvedRun[],
  workspace: Workspace,
  sessions: HeldSessions,
): Promise<readonly WaitingRun[]> {
  const found = await Promise.all(runs.map((run) => waitingIn(run, workspace, sessions.get(run.runId))));
  return found.flat();
}

/** What is due for a reminder; where this tab can, that is recorded. */
export async function remindDue(
  parts: BrowserParts,
  workspace: Workspace,
  sessions: HeldSessions,
): Promise<readonly WaitingRun[]> {
  const now = parts.now();
  // This is looked at every few seconds, so only those are read that were left waiting.
  const runs = (await parts.shelf.list()).filter(({ summary }) => summary === undefined || summary.kind === "waiting");
  const waiting = await waitingAmong(runs, workspace, sessions);
  const due = waiting.filter(({ events, request }) => dueReminders(events, now).some(({ key }) => key === request.key));
  for (const { run, events } of due)
    if (reminders(events, now).length > 0) await remindIn(run.runId, workspace, sessions);
  return due;
}

/** A run that another tab holds is for that tab to write in; one that nobody holds is opened for this event alone. */
async function remindIn(runId: string, workspace: Workspace, sessions: HeldSessions): Promise<void> {
  const held = sessions.get(runId);
  if (held !== undefined) return void (await held.remind());
  const release = await holdLock(runLock(runId));
  if (release === undefined) return;
  try {
    const opened = await workspace.resume(runId);
    if (opened.ok) await opened.session.remind();
  } finally {
    release();
  }
}

async function waitingIn(
  run: ShelvedRun,
  workspace: Workspace,
  session: RunSession | undefined,
): Promise<WaitingRun[]> {
  const events = session?.events() ?? (await readSafely(workspace, run.runId));
  return waitingRequests(events).map((request) => ({ run, request, events }));
}

export async function readSafely(workspace: Workspace, runId: string): Promise<readonly RunEvent[]> {
  // A run that does not verify any more is shown as broken in Traces; it cannot wait for anybody.
  return workspace.read(runId).catch(() => []);
}
