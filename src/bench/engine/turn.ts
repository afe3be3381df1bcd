import { setImmediate as macrotask } from "node:timers/promises";
import {
  compile,
  run,
  type EventSink,
  type Flow,
  type GateFactory,
  type Plan,
  type RunEvent,
  type RunHost,
} from "#engine";
import { createMemoryParts } from "#hosts/memory";
import { openWorkspace } from "#hosts/workspace";
import type { RawPorts } from "#monitor";
import { registry } from "#nodes";

const speaker = { id: "nora", name: "Nora", role: "customer" };

export function planOf(flow: Flow): Plan {
  const compiled = compile(flow, registry);
  if (!compiled.ok) throw new Error(`The benchmark's flow does not run: ${compiled.findings[0]?.title ?? ""}`);
  return compiled.plan;
}

/** Milliseconds of one turn in a fresh run whose log is a plain list. */
export async function plainTurn(plan: Plan, gate: GateFactory, text: string): Promise<number> {
  const log: RunEvent[] = [];
  // The draft is of its kind and the list is not stored: the only thing a plain log adds is position and time.
  const sink: EventSink = {
    append: async (draft) => {
      const event: RunEvent = { ...draft, seq: log.length, time: Date.now() };
      log.push(event);
      return event;
    },
  };
  const host: RunHost = {
    runId: "bench",
    sink,
    recorded: async () => log,
    opening: { flowDigest: "", policyDigest: "", engine: "", models: [], host: "", seed: 1 },
    gate,
    idle: () => macrotask(),
    delay: async () => undefined,
    signal: new AbortController().signal,
  };
  const start = performance.now();
  for await (const _ of run(plan, { text, speaker }, host));
  const spent = performance.now() - start;
  requireDone(log);
  return spent;
}

/** Milliseconds of a turn in a real session with its sealed log in memory; `turns` messages are sent and the last is timed. */
export async function sealedTurn(flow: Flow, ports: RawPorts, text: string, turns = 1): Promise<number> {
  const workspace = await openWorkspace(createMemoryParts(ports), registry);
  const started = await workspace.start(flow);
  if (!started.ok) throw new Error(started.sentence);
  let spent = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const start = performance.now();
    for await (const _ of started.session.send({ text, speaker }));
    spent = performance.now() - start;
  }
  requireDone(started.session.events());
  return spent;
}

function requireDone(events: readonly RunEvent[]): void {
  const end = events.at(-1);
  if (end?.kind !== "turn.end" || end.attrs.status !== "done")
    throw new Error(`The benchmark's turn did not end: ${end?.kind ?? "nothing"} ${JSON.stringify(end?.attrs)}.`);
}

/**
 * Median of each measure. The measures take turns, so that whatever else the machine does in the meantime falls on all of
 * them alike; the first third warms the compiler up.
 */
export async function medians<Name extends string>(
  measures: Readonly<Record<Name, () => Promise<number>>>,
  samples: number,
): Promise<(name: Name) => number> {
  const times = new Map<string, number[]>();
  const named = Object.entries<() => Promise<number>>(measures);
  for (let round = -Math.ceil(samples / 3); round < samples; round += 1) {
    for (const [name, measure] of named) {
      const spent = await measure();
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), spent]);
    }
  }
  return (name) => (times.get(name) ?? []).sort((a, b) => a - b)[Math.floor(samples / 2)] ?? 0;
}
