import type { FlowRuns, RunSummary, StoredFlow } from "#store";
import { exactTime, clockTime, relativeTime } from "../app/when.ts";
import type { FlowRow, FlowSort } from "../library/index.ts";
import type { Messages } from "../messages/index.ts";
import type { CheckFlow } from "../checks/use-checks.ts";
import { faceOf } from "./flow-counts.ts";

type Clock = { readonly now: number; readonly language: string };

/** What is known of a flow beside itself. */
export interface FlowStanding {
  readonly runs: FlowRuns | undefined;
  readonly isForeign: boolean;
  /** Absent until it is loaded. */
  readonly check: CheckFlow | undefined;
  /** Whether some tab has the run open. */
  readonly isOpen: (runId: string) => boolean;
}

/** A stored flow as the table shows it: judged by verify once that is there, with what the shelf knows of its runs. */
export function rowOf(
  { id, flow, editedAt }: StoredFlow,
  { runs, isForeign, check, isOpen }: FlowStanding,
  t: Messages["library"],
  { now, language }: Clock,
): FlowRow {
  const face = faceOf(flow);
  return {
    id,
    name: flow.title,
    href: `#/flow/${id}`,
    icon: face?.icon ?? "workflow",
    group: face === undefined || face.group === "note" ? "logic" : face.group,
    isForeign,
    toRepair: check?.(flow).filter(({ severity }) => severity === "error").length,
    lastRun: runs && lastRunOf(runs.last, isOpen, t, { now, language }),
    runs: runs?.runs ?? 0,
    thisMonth: runs?.recent ?? 0,
    edited: { text: relativeTime(editedAt, now, language), exact: exactTime(editedAt, language) },
  };
}

/** The rows in the order that the person chose; flows come newest edit first. */
export function sortRows(rows: readonly FlowRow[], sort: FlowSort, language: string): readonly FlowRow[] {
  if (sort === "edited") return rows;
  if (sort === "runs") return rows.toSorted((a, b) => b.runs - a.runs);
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, language));
}

/** The first moment of the month that `now` is in, in the device's time. */
export function monthStart(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), 1).getTime();
}

const kinds = {
  running: "running",
  done: "done",
  blocked: "stopped",
  denied: "stopped",
  failed: "failed",
  stopped: "stopped",
  abandoned: "stopped",
} as const satisfies Record<Exclude<RunSummary["kind"], "waiting">, NonNullable<FlowRow["lastRun"]>["kind"]>;

function lastRunOf(
  { runId, summary, createdAt }: FlowRuns["last"],
  isOpen: (runId: string) => boolean,
  t: Messages["library"],
  { now, language }: Clock,
): FlowRow["lastRun"] {
  // Without a summary nothing has been said in the run yet.
  if (summary === undefined) return { kind: "done", text: t.opened, when: relativeTime(createdAt, now, language) };
  const when = relativeTime(summary.at, now, language);
  if (summary.kind === "waiting") {
    const { waiting, expiresAt } = summary;
    const until = expiresAt === undefined ? when : t.until(clockTime(expiresAt, language));
    return { kind: "waiting", text: t.lastRunText.waiting(waiting), when: until };
  }
  // The tab that worked on it is gone; the run can be taken up where it stood.
  if (summary.kind === "running" && !isOpen(runId)) return { kind: "failed", text: t.lastRunText.interrupted, when };
  return { kind: kinds[summary.kind], text: t.lastRunText[summary.kind], when };
}
