import { z } from "zod";
import { defineNode, type NodeDefinition } from "../node/define-node.ts";
import { createRegistry } from "../node/registry.ts";
import { json, optional, text } from "../node/ports.ts";
import { emptyFlow, type Flow, type FlowEdge, type FlowNode } from "../flow/flow.ts";
import { compile, type Plan } from "../verify/compile.ts";
import type { Needs } from "../node/needs.ts";
import type { EventDraft, RunEvent } from "./events.ts";
import { asGateFactory, type RunHost } from "./host.ts";
import { RunError } from "./errors.ts";

/** A house without pillars: the engine's own tests need steps, wires and a log, and no effect at all. */
export interface BareHouse {
  readonly events: RunEvent[];
  readonly host: RunHost;
  /** Milliseconds that were waited for, in order. */
  readonly delays: number[];
}

export function createBareHouse(signal: AbortSignal = new AbortController().signal): BareHouse {
  const events: RunEvent[] = [];
  const delays: number[] = [];
  let time = 1_000;
  const append = async (draft: EventDraft): Promise<RunEvent> => {
    time += 1;
    const event: RunEvent = { ...draft, seq: events.length, time };
    events.push(event);
    return event;
  };
  const host: RunHost = {
    runId: "r1",
    sink: { append },
    recorded: async () => [...events],
    opening: { flowDigest: "", policyDigest: "", engine: "test", models: [], host: "test", seed: 1 },
    gate: asGateFactory(() => ({ open: () => noNeeds, close: async () => undefined })),
    idle: async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
    delay: (milliseconds, done) => {
      delays.push(milliseconds);
      return milliseconds < 60_000
        ? Promise.resolve()
        : new Promise((resolve) => done.addEventListener("abort", () => resolve(), { once: true }));
    },
    signal,
  };
  return { events, host, delays };
}

/** Any use of a need is a mistake of the test. */
const noNeeds = new Proxy({} as Needs, {
  get() {
    throw new Error("This house grants nothing.");
  },
});

const empty = z.strictObject({});

/** Counts how often each step ran, and fails as often as its config says. */
export function createTestNodes() {
  const runs: string[] = [];
  const start = defineNode({
    type: "start",
    version: 1,
    title: "Start",
    group: "talk",
    icon: "x",
    description: "",
    summary: () => "",
    config: empty,
    inputs: {},
    outputs: { message: text("Message") },
    attach: {},
    trigger: "chat",
    needs: [],
    effect: "read",
    run: async () => ({ message: "hello" }),
  });
  const step = defineNode({
    type: "step",
    version: 1,
    title: "Step",
    group: "logic",
    icon: "x",
    description: "",
    summary: () => "",
    config: z.strictObject({
      name: z.string(),
      failures: z.number().default(0),
      take: z.enum(["left", "right"]).default("left"),
    }),
    inputs: { value: json("Value") },
    outputs: { left: json("Left"), right: json("Right") },
    attach: {},
    needs: [],
    effect: "read",
    async run({ config, inputs }) {
      runs.push(config.name);
      if (runs.filter((each) => each === config.name).length <= config.failures)
        throw new RunError("node-failed", `${config.name} failed.`);
      return { [config.take]: [inputs.value, config.name] };
    },
  });
  const join = defineNode({
    type: "join",
    version: 1,
    title: "Join",
    group: "logic",
    icon: "x",
    description: "",
    summary: () => "",
    config: z.strictObject({ name: z.string() }),
    inputs: { one: json("One"), two: optional(json("Two")) },
    outputs: { out: json("Out") },
    attach: {},
    needs: [],
    effect: "read",
    async run({ config, inputs }) {
      runs.push(config.name);
      return { out: [inputs.one, inputs.two ?? null] };
    },
  });
  const definitions: readonly NodeDefinition[] = [start, step, join];
  return { runs, registry: createRegistry(definitions) };
}

export function flowOf(nodes: readonly Partial<FlowNode>[], wires: readonly string[]): Flow {
  const edges = wires.map((wire, at): FlowEdge => {
    const [from = "", to = ""] = wire.split(" > ");
    const [fromNode = "", fromPort = ""] = from.split(".");
    const [toNode = "", toPort = ""] = to.split(".");
    return { id: `e${at}`, kind: "data", from: { node: fromNode, port: fromPort }, to: { node: toNode, port: toPort } };
  });
  return {
    ...emptyFlow("f", "Flow"),
    nodes: nodes.map((node, at) => ({
      id: `n${at}`,
      type: "step",
      version: 1,
      position: { x: 0, y: 0 },
      config: { name: node.id ?? `n${at}` },
      ...node,
    })),
    edges,
  };
}

export function planOf(flow: Flow, registry: ReturnType<typeof createTestNodes>["registry"]): Plan {
  const compiled = compile(flow, registry);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.findings));
  return compiled.plan;
}
