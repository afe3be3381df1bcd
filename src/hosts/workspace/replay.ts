import { compile, replay, type Flow, type NodeRegistry, type ReplayEvent, type RunEvent } from "#engine";
import type { RawPorts } from "#monitor";
import { createReplayJournal, readEvents, type StoredDisclosure } from "#pillars/trace";
import { inertHost } from "./inert-host.ts";
import { runEventOf } from "./sink.ts";

/** A recorded run as it lies in a store or a bundle. */
export interface RecordedRun {
  readonly origin: string;
  readonly lines: readonly string[];
  readonly disclosures: readonly StoredDisclosure[];
}

export interface ReplayReport {
  /** Everything that this flow would do differently, in order. Empty: the record is reproduced. */
  readonly differences: readonly Exclude<ReplayEvent, { result: "same" }>[];
  readonly same: number;
  /** True when every line of the record was built again byte for byte. */
  readonly reproduced: boolean;
}

export type Replayed =
  | { readonly ok: true; readonly report: ReplayReport }
  | { readonly ok: false; readonly sentence: string };

/** Runs a record again through `flow` without any effect. Models, tools and code cannot be reached: their answers are recorded. */
export async function replayRun(
  recorded: RecordedRun,
  flow: Flow,
  registry: NodeRegistry,
  ports: RawPorts,
): Promise<Replayed> {
  const compiled = compile(flow, registry);
  if (!compiled.ok)
    return {
      ok: false,
      sentence: `This flow does not run: ${compiled.findings[0]?.title ?? "it has something to repair"}.`,
    };
  const events = readEvents(recorded.origin, recorded.lines, recorded.disclosures).map(runEventOf);
  const differences: Exclude<ReplayEvent, { result: "same" }>[] = [];
  let same = 0;
  const host = inertHost(recorded.origin, events, ports);
  for await (const step of replay(events, compiled.plan, host)) {
    if (step.result === "same") same += 1;
    else differences.push(step);
  }
  return {
    ok: true,
    report: { differences, same, reproduced: differences.length === 0 && (await rebuilds(recorded, events)) },
  };
}

/** Builds each line anew from what the replay reached, with the recorded times and salts. */
async function rebuilds(recorded: RecordedRun, events: readonly RunEvent[]): Promise<boolean> {
  const journal = createReplayJournal(recorded);
  for (const { seq: _seq, time: _time, ...draft } of events) await journal.append(draft);
  return journal.end() === undefined;
}
