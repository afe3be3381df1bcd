import { isKind, type Flow, type JsonObject, type NodeRegistry, type RunEvent } from "#engine";
import type { NodeStatus } from "../canvas/index.ts";
import { noBadges, type Badge, type Badges, type WireRun } from "./badge.ts";
import { resolve } from "./resolve.ts";
import { readersText, valueText, type ValueWords } from "./value-text.ts";

/** The words that badges are written in. */
export interface BadgeWords extends ValueWords {
  readonly step: (n: number) => string;
  readonly seconds: (seconds: number) => string;
  readonly stoppedInRun: (n: number) => string;
  readonly stepsUsed: (used: number, max: number) => string;
  readonly waiting: string;
}

/** Seconds below which a figure says nothing: the check mark alone is enough. */
const shortest = 0.1;

interface Tally {
  readonly status: Map<string, NodeStatus>;
  readonly started: Map<string, number>;
  readonly hops: Map<string, number>;
  readonly stops: Map<string, number>;
  readonly taken: Set<string>;
  /** What each step gave, by its ports. */
  readonly outputs: Map<string, JsonObject>;
  /** Who may read what a tool answered, where not everyone may. */
  readonly readers: Map<string, readonly string[]>;
  /** Approvals that are not decided, with the nodes that wait for them and how many people still have to approve. */
  readonly waiting: Map<string, { readonly nodes: readonly string[]; readonly people: number }>;
}

/** What a run says about each step and wire: a fold over its log, of which only the last turn is shown (stops are counted over all). */
export function runBadges(events: readonly RunEvent[], flow: Flow, registry: NodeRegistry, words: BadgeWords): Badges {
  if (events.length === 0) return noBadges;
  const tally: Tally = {
    status: new Map(),
    started: new Map(),
    hops: new Map(),
    stops: new Map(),
    taken: new Set(),
    outputs: new Map(),
    readers: new Map(),
    waiting: new Map(),
  };
  const helpers = helpersOf(flow, registry);
  for (const event of events) count(event, tally, helpers, words);
  return { nodes: badgesOf(tally, flow, registry, words), wires: wiresOf(tally, flow, words) };
}

function count(event: RunEvent, tally: Tally, helpers: Helpers, words: BadgeWords): void {
  const node = event.node?.id;
  if (isKind(event, "turn.start")) {
    for (const part of [tally.status, tally.started, tally.hops, tally.taken, tally.outputs, tally.readers])
      part.clear();
    return;
  }
  if (isKind(event, "edge.taken")) {
    tally.taken.add(event.attrs.edge);
    return;
  }
  if (isKind(event, "turn.end") || isKind(event, "run.close")) settle(tally);
  if (isKind(event, "guardrail.result") && hasStopped(event)) {
    const { firewall } = event.attrs;
    tally.stops.set(firewall, (tally.stops.get(firewall) ?? 0) + 1);
  }
  if (isKind(event, "approval.decision")) decide(event.attrs.approvalId, event.attrs.decision === "deny", tally);
  if (isKind(event, "approval.timeout")) decide(event.attrs.approvalId, true, tally);
  if (node !== undefined) countStep(event, node, tally, words);
  countTool(event, node, tally, helpers);
}

/** A text was held back, or a sentence was cut out of it and the rest went on. */
function hasStopped({ attrs, values }: Extract<RunEvent, { kind: "guardrail.result" }>): boolean {
  if (attrs.verdict !== "redact") return attrs.verdict === "block";
  return values.findings?.some((finding) => finding["action"] === "block") === true;
}

function countStep(event: RunEvent, node: string, tally: Tally, words: BadgeWords): void {
  if (isKind(event, "node.start")) {
    tally.started.set(node, event.time);
    tally.status.set(node, { kind: "running" });
  }
  if (isKind(event, "llm.request")) {
    const hop = (tally.hops.get(node) ?? 0) + 1;
    tally.hops.set(node, hop);
    tally.status.set(node, { kind: "running", label: words.step(hop) });
  }
  if (isKind(event, "node.end")) {
    const seconds = (event.time - (tally.started.get(node) ?? event.time)) / 1000;
    tally.status.set(node, ended(event.attrs.status, seconds, words));
    if (event.values.output !== undefined) tally.outputs.set(node, event.values.output);
  }
}

function countTool(event: RunEvent, node: string | undefined, tally: Tally, helpers: Helpers): void {
  if (node === undefined) return;
  if (isKind(event, "approval.request")) {
    const tool = helpers.tool(node, event.attrs.tool);
    const involved = tool === undefined ? [node] : [tool, ...helpers.gates(tool)];
    tally.waiting.set(event.attrs.approvalId, { nodes: involved, people: event.attrs.people ?? 1 });
    for (const id of involved) tally.status.set(id, { kind: "waiting" });
  }
  if (isKind(event, "tool.call")) set(helpers.tool(node, event.attrs.tool), { kind: "running" }, tally, event.time);
  if (isKind(event, "tool.result")) {
    const tool = helpers.tool(node, event.attrs.tool);
    const { readers } = event.attrs;
    if (tool !== undefined && readers !== undefined) tally.readers.set(tool, readers);
    const isFine = event.attrs.outcome === "success";
    set(tool, { kind: isFine ? "done" : event.attrs.outcome === "failure" ? "failed" : "stopped" }, tally, event.time);
  }
  if (isKind(event, "privilege.deny"))
    set(helpers.tool(node, event.attrs.tool), { kind: "stopped" }, tally, event.time);
}

function set(node: string | undefined, status: NodeStatus, tally: Tally, time: number): void {
  if (node === undefined) return;
  if (status.kind === "running") tally.started.set(node, time);
  tally.status.set(node, status);
}

function ended(status: "done" | "blocked" | "failed" | "stopped", seconds: number, words: BadgeWords): NodeStatus {
  if (status === "done") return { kind: "done", ...(seconds >= shortest && { label: words.seconds(seconds) }) };
  return { kind: status === "failed" ? "failed" : "stopped" };
}

function decide(approvalId: string, isOver: boolean, tally: Tally): void {
  const { nodes = [], people = 1 } = tally.waiting.get(approvalId) ?? {};
  if (!isOver && people > 1) return void tally.waiting.set(approvalId, { nodes, people: people - 1 });
  for (const node of nodes) tally.status.delete(node);
  tally.waiting.delete(approvalId);
}

/** A turn has ended: what has not reported stands still; what waits for a person goes on waiting. */
function settle(tally: Tally): void {
  for (const [node, status] of tally.status) if (status.kind === "running") tally.status.delete(node);
}

/** A wire carries the last value that was sent through it. A tool's wire moves while the tool works, or waits for a person. */
function wiresOf({ taken, outputs, readers, status }: Tally, flow: Flow, words: BadgeWords): Badges["wires"] {
  const shown = new Map<string, WireRun>();
  for (const { id, kind, from } of flow.edges) {
    if (kind === "data" && taken.has(id)) {
      const value = outputs.get(from.node)?.[from.port];
      shown.set(id, { isRunning: false, ...(value !== undefined && { value: valueText(value, words) }) });
    }
    if (kind !== "attach") continue;
    const helper = status.get(from.node)?.kind;
    const isRunning = helper === "running" || helper === "waiting";
    const only = readers.get(from.node);
    if (isRunning || only) shown.set(id, { isRunning, ...(only && { readers: readersText(only, flow, words) }) });
  }
  return shown;
}

function badgesOf(tally: Tally, flow: Flow, registry: NodeRegistry, words: BadgeWords): ReadonlyMap<string, Badge> {
  const gates = new Set(
    flow.nodes.filter(({ type }) => registry.get(type)?.provides === "approval").map(({ id }) => id),
  );
  const badges = new Map<string, Badge>();
  for (const [node, status] of tally.status) {
    const isWaitingGate = status.kind === "waiting" && gates.has(node);
    badges.set(node, { status, ...(isWaitingGate && { words: words.waiting }) });
  }
  for (const [node, stops] of tally.stops) {
    badges.set(node, { status: badges.get(node)?.status ?? { kind: "idle" }, stops, words: words.stoppedInRun(stops) });
  }
  for (const node of flow.nodes) {
    if (node.type !== "limits") continue;
    const max = node.config["steps"];
    const host = flow.edges.find((edge) => edge.kind === "attach" && edge.from.node === node.id)?.to.node;
    const used = host === undefined ? 0 : (tally.hops.get(host) ?? 0);
    if (typeof max !== "number" || used === 0) continue;
    badges.set(node.id, { status: { kind: "idle" }, level: used / max, words: words.stepsUsed(used, max) });
  }
  return badges;
}

interface Helpers {
  /** The node that gives a step the tool of this name. */
  readonly tool: (step: string, name: string) => string | undefined;
  /** The approval gates that hang on a tool. */
  readonly gates: (tool: string) => readonly string[];
}

function helpersOf(flow: Flow, registry: NodeRegistry): Helpers {
  const hanging = flow.edges.filter(({ kind }) => kind === "attach");
  const definitions = new Map(flow.nodes.map((node) => [node.id, resolve(node, registry)]));
  const on = (host: string) => hanging.filter(({ to }) => to.node === host).map(({ from }) => from.node);
  return {
    tool: (step, name) =>
      on(step).find((id) => {
        const drawn = definitions.get(id);
        return drawn?.definition.toolsFor(drawn.config).some((spec) => spec.name === name) === true;
      }),
    gates: (tool) => on(tool).filter((id) => definitions.get(id)?.definition.provides === "approval"),
  };
}
