import {
  compile,
  isKind,
  replay,
  RunError,
  type Flow,
  type ModelInfo,
  type NodeRegistry,
  type ReplayEvent,
  type RunEvent,
} from "#engine";
import { createMonitor, type RawPorts } from "#monitor";
import { createReplayJournal, readEvents, type StoredDisclosure } from "#pillars/trace";
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
  const runId = recorded.origin.split("/").at(-1) ?? recorded.origin;
  const inert = inertPorts(ports, events);
  const differences: Exclude<ReplayEvent, { result: "same" }>[] = [];
  let same = 0;
  const host = {
    runId,
    sink: { append: () => Promise.reject(new RunError("stopped")) },
    recorded: async () => events,
    opening: { flowDigest: "", policyDigest: "", engine: "", models: [], host: "", seed: 0 },
    gate: createMonitor(inert),
    idle: () => new Promise<void>((resolve) => setTimeout(resolve, 0)),
    delay: async () => undefined,
    signal: new AbortController().signal,
  };
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

function inertPorts(ports: RawPorts, events: readonly RunEvent[]): RawPorts {
  const ended = (): RunError => new RunError("stopped", "The record ends here.");
  return {
    ...ports,
    signGrant: () => Promise.reject(ended()),
    shareDay: () => Promise.reject(ended()),
    usedBefore: () => Promise.reject(ended()),
    models: {
      info: (model) => recordedInfo(model, events) ?? ports.models.info(model),
      stream: () => {
        throw ended();
      },
    },
    transformer: { score: () => Promise.reject(ended()) },
    // What has no answer in the record comes to none: the event that would tell so is what differs, or where a stop was.
    tools: { call: () => Promise.reject(new Error("The record ends here.")) },
    code: {
      run: async () => ({
        outcome: "crashed",
        logs: [],
        cpuMs: 0,
        memoryBytes: 0,
        calls: 0,
        error: "The record ends here.",
      }),
    },
    delay: (_milliseconds, signal) =>
      new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })),
  };
}

/** A model as the record knows it: whoever replays a run need not have the connection that it was asked through. */
function recordedInfo(model: string, events: readonly RunEvent[]): ModelInfo | undefined {
  const [provider] = events.flatMap((event) =>
    (isKind(event, "llm.request") || isKind(event, "guardrail.request")) && event.attrs.model === model
      ? [event.attrs.provider]
      : [],
  );
  if (provider === undefined) return undefined;
  const isAiModel = events.some(
    (event) => isKind(event, "message") && event.attrs.provider === provider && event.attrs.aiModel,
  );
  return { id: model, provider, title: model, isAiModel };
}
