import { isKind, RunError, type ModelInfo, type RunEvent, type RunHost } from "#engine";
import { createMonitor, type RawPorts } from "#monitor";

/** A host for playing a record again: it decides as ever, and reaches nothing. */
export function inertHost(origin: string, events: readonly RunEvent[], ports: RawPorts): RunHost {
  return {
    runId: origin.split("/").at(-1) ?? origin,
    sink: { append: () => Promise.reject(new RunError("stopped")) },
    recorded: async () => events,
    opening: { flowDigest: "", policyDigest: "", engine: "", models: [], host: "", seed: 0 },
    gate: createMonitor(inertPorts(ports, events)),
    idle: () => new Promise<void>((resolve) => setTimeout(resolve, 0)),
    delay: async () => undefined,
    signal: new AbortController().signal,
  };
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
