import { openTurn } from "#engine";
import type { RunEvent } from "#engine";
import type { Copy } from "#hosts/workspace";
import { waitingRequests } from "#monitor";
import { clockSetBack, readBundle, TraceError, verifyBundle } from "#pillars/trace";
import type { Report, VerifyOptions } from "#pillars/trace";
import type { OpenedHouse } from "../app/open-house.ts";
import type { RunWords } from "../messages/run/index.ts";
import { clock } from "../run-log/index.ts";
import type { Seal } from "../trace/index.ts";

/** A copy for a check here; it does not leave. */
const here = { leaves: false } as const;

/** Lets the page draw and listen. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** What an outsider would get; undefined while nobody can seal it: another tab has the run open, or it broke off. */
export async function bundleOf(
  { house }: OpenedHouse,
  runId: string,
  events: readonly RunEvent[],
  copy: Copy = {},
): Promise<Uint8Array | undefined> {
  const isClosed = events.at(-1)?.kind === "run.close";
  const brokeOff = openTurn(events) !== undefined && waitingRequests(events).length === 0;
  // Opening a run that broke off would write into its log, and looking at a trace must not.
  if (!isClosed && !brokeOff && house.session(runId) === undefined) await house.open(runId);
  const session = house.session(runId);
  if (session !== undefined) return session.exportBundle(copy);
  return house.workspace.exportBundle(runId, copy).catch((problem: unknown) => {
    if (problem instanceof TraceError && problem.code === "unsealed") return undefined;
    throw problem;
  });
}

/** Checks the run's evidence as an outsider would, with this browser's own key. */
export async function verifyRun(
  opened: OpenedHouse,
  runId: string,
  events: readonly RunEvent[],
  words: RunWords,
  watch: Pick<VerifyOptions, "onProgress" | "signal"> = {},
): Promise<Seal> {
  const bundle = await bundleOf(opened, runId, events, here);
  if (bundle === undefined) return openSeal(events, words);
  const { vkey } = opened.house.workspace;
  const report = await verifyBundle(bundle, { trusted: [vkey], own: [vkey], receipts: [], tick: nextTask, ...watch });
  if (report.verdict === "FAILED")
    return { kind: "broken", step: report.step ?? 0, message: words.traces.fault(report) };
  return sealed(report, bundle, events, words);
}

/** A run whose stored log contradicts itself: the first step at fault, if its evidence can still be written. */
export async function faultOf({ house }: OpenedHouse, runId: string, words: RunWords): Promise<Seal> {
  const unknown: Seal = { kind: "broken", step: 0, message: words.traces.wholeBroken };
  const bundle = await house.workspace.exportBundle(runId, here).catch(() => undefined);
  if (bundle === undefined) return unknown;
  const report = await verifyBundle(bundle, { trusted: [], own: [house.workspace.vkey], receipts: [] });
  if (report.verdict !== "FAILED") return unknown;
  return { kind: "broken", step: report.step ?? 0, message: words.traces.fault(report) };
}

/** Before anybody has checked. */
export function openSeal(events: readonly RunEvent[], words: RunWords): Seal {
  return { kind: "open", steps: events.length, detail: words.traces.openDetail + aboutClock(events, words) };
}

function sealed(report: Report, bundle: Uint8Array, events: readonly RunEvent[], words: RunWords): Seal {
  const { traces, time } = words;
  const last = events.at(-1);
  const until = report.state === "closed" || last === undefined ? traces.own : traces.ownUntil(clock(last.time, words));
  const people = events.flatMap((event) => (event.kind === "approval.decision" ? [event.values.name ?? ""] : []));
  const names = [...new Set(people)].filter(Boolean).join(", ");
  return {
    kind: "sealed",
    isOpen: report.state !== "closed",
    steps: report.events,
    verified: time.justNow,
    detail:
      until +
      (names === "" ? "" : traces.decidedBy(names)) +
      (report.erased > 0 ? traces.erasedValues(report.erased) : "") +
      aboutClock(events, words),
    fingerprint: fingerprintOf(bundle),
  };
}

/** Times that jump back look like a fault; the order of the steps does not hang on them. */
function aboutClock(events: readonly RunEvent[], { traces }: RunWords): string {
  const back = clockSetBack(events);
  return back === undefined ? "" : traces.clockBack(back.step, Math.round(back.ms / 1000));
}

/** The digest of the signed checkpoint over the whole log, in groups that can be read out: "9f3a 41c7 … e20b 71d4". */
function fingerprintOf(bundle: Uint8Array): string {
  const digest = readBundle(bundle).manifest.files.find(({ path }) => path === "trace/checkpoint")?.sha256 ?? "";
  return [digest.slice(0, 4), digest.slice(4, 8), "…", digest.slice(-8, -4), digest.slice(-4)].join(" ");
}
