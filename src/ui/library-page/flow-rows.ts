import type { FlowRuns, RunSummary, StoredFlow } from "#store";
import { exactTime, clockTime, relativeTime } from "../app/when.ts";
import type { FlowRow, FlowSort } from "../library/index.ts";
import type { Messages } from "../messages/index.ts";
import type { CheckFlow } from "../checks/use-check.ts";
import { faceOf } from "./flow-counts.ts";

type Clock = { readonly now: number; readonly language: string };

/** A stored flow as the table shows it: judged by verify once that is there, with what the shelf knows of its runs. */
export function rowOf(
  { id, flow, editedAt }: StoredFlow,
  runs: FlowRuns | undefined,
  isForeign: boolean,
  check: CheckFlow | undefined,
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
    lastRun: runs && lastRunOf(runs.last.summary, runs.last.createdAt, t, { now, language }),
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
  waiting: "waiting",
  done: "done",
  blocked: "stopped",
  denied: "stopped",
  failed: "failed",
  stopped: "stopped",
  abandoned: "stopped",
} as const satisfies Record<RunSummary["kind"], NonNullable<FlowRow["lastRun"]>["kind"]>;

function lastRunOf(
  summary: RunSummary | undefined,
  createdAt: number,
  t: Messages["library"],
  { now, language }: Clock,
): FlowRow["lastRun"] {
  // Without a summary nothing has been said in the run yet.
  if (summary === undefined) return { kind: "done", text: t.opened, when: relativeTime(createdAt, now, language) };
  const text = summary.kind === "waiting" ? t.lastRunText.waiting(summary.waiting) : t.lastRunText[summary.kind];
  const when =
    summary.expiresAt === undefined
      ? relativeTime(summary.at, now, language)
      : t.until(clockTime(summary.expiresAt, language));
  return { kind: kinds[summary.kind], text, when };
}
