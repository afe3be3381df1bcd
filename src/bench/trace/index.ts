import { createMemoryParts } from "#hosts/memory";
import { createNodePorts, nativeWork } from "#hosts/node";
import { openWorkspace } from "#hosts/workspace";
import { registry } from "#nodes";
import { loadRun, verifyBundle } from "#pillars/trace";
import { templates } from "#templates";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { machine, type Machine } from "../machine/index.ts";
import type { RatioRow } from "./in-turns.ts";
import { exportRatios, exported, readingRatios } from "./ratios.ts";
import { runOf } from "./recorded-run.ts";

export { runTraceBenchInBrowser } from "./in-browser.ts";

/** One length of chat: sizes in bytes, times in milliseconds. */
export interface TraceRow {
  readonly turns: number;
  readonly events: number;
  readonly bundleBytes: number;
  readonly runMs: number;
  readonly exportMs: number;
  readonly verifyMs: number;
  readonly verdict: string;
}

export interface TraceBench {
  readonly bench: "trace";
  readonly machine: Machine;
  readonly figures: { readonly events: number; readonly verifyMsAnEvent: number; readonly bytesAnEvent: number };
  readonly rows: readonly TraceRow[];
  /** Against plain ways to do something like it, all in one run. */
  readonly ratios: readonly RatioRow[];
}

/** Records chats of several lengths, exports and verifies each, and reads it back from the store. */
export async function runTraceBench(lengths: readonly number[] = [1, 4, 12]): Promise<TraceBench> {
  const state = join(tmpdir(), "gatehouse-bench-unused");
  const ports = await createNodePorts({ state, models: [], environment: {} });
  const rows: TraceRow[] = [];
  for (const turns of lengths) rows.push(await record(turns, ports));
  const events = rows.reduce((sum, row) => sum + row.events, 0);
  const verifyMs = rows.reduce((sum, row) => sum + row.verifyMs, 0);
  const bytes = rows.reduce((sum, row) => sum + row.bundleBytes, 0);
  return {
    bench: "trace",
    machine: machine(),
    figures: { events, verifyMsAnEvent: round(verifyMs / events), bytesAnEvent: Math.round(bytes / events) },
    rows,
    ratios: [
      ...(await readingRatios(processor)),
      ...(await exportRatios({ run: await runOf(exported), native: nativeWork, gzip: promisify(gzip), processor })),
    ],
  };
}

async function record(turns: number, ports: Awaited<ReturnType<typeof createNodePorts>>): Promise<TraceRow> {
  const [template] = templates;
  if (template === undefined) throw new Error("There is no template to run.");
  const parts = createMemoryParts(ports);
  const workspace = await openWorkspace(parts, registry);
  const started = await workspace.start(template.flow);
  if (!started.ok) throw new Error(started.sentence);
  const { session } = started;
  const [speaker] = template.flow.speakers;
  if (speaker === undefined) throw new Error("Nobody speaks in this template.");
  const runMs = await timeOf(async () => {
    for (let turn = 0; turn < turns; turn += 1)
      for await (const _ of session.send({ text: "How long do I have to send something back?", speaker }));
    await session.close("done");
  });
  let bundle = new Uint8Array();
  const exportMs = await timeOf(async () => {
    bundle = new Uint8Array(await session.exportBundle());
  });
  let verdict = "";
  const verifyMs = await timeOf(async () => {
    ({ verdict } = await verifyBundle(bundle, { trusted: [], own: [workspace.vkey], receipts: [] }));
  });
  const [record] = await workspace.runs();
  if (record !== undefined) await loadRun(parts.store, record.origin, record.vkey);
  const events = session.events().length;
  return { turns, events, bundleBytes: bundle.length, runMs, exportMs, verifyMs, verdict };
}

function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return round(performance.now() - start);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
