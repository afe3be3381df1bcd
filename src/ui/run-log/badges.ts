import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import { outcomeOf } from "./findings.ts";
import { logOf, turnKey } from "./log.ts";
import type { Log } from "./log.ts";
import type { Reading } from "./reading.ts";
import { took } from "./times.ts";

/** What a node of the canvas shows of the last message that was worked on. */
export interface NodeBadge {
  readonly state: "running" | "waiting" | "stopped" | "failed" | "done";
  /** Time it took, or how far it is. */
  readonly figure?: string;
}

export interface FlowBadges {
  /** By node id; a node that is not named was not reached. */
  readonly nodes: ReadonlyMap<string, NodeBadge>;
  /** How often each firewall has stopped something, over the whole run. */
  readonly stops: ReadonlyMap<string, number>;
  /** Wires that carried something in this turn. */
  readonly taken: ReadonlySet<string>;
  /** Model and code steps of this turn, which the limits count. */
  readonly steps: number;
}

/** Folds a log into marks for the canvas: states for the last turn, stops for the whole run. */
export function nodeBadges(events: readonly RunEvent[], reading: Reading): FlowBadges {
  const start = events.findLast((event) => event.kind === "turn.start");
  const turn = start === undefined ? [] : events.filter((event) => event.seq >= start.seq);
  const log = logOf(turn);
  const isOver = start !== undefined && log.find("turn.end", start.key) !== undefined;
  const nodes = new Map<string, NodeBadge>();
  for (const event of turn) {
    markStep(event, log, isOver, reading, nodes);
    markTool(event, log, isOver, reading, nodes);
  }
  return {
    nodes,
    stops: stopsOf(events),
    taken: new Set(turn.flatMap((event) => (event.kind === "edge.taken" ? [event.attrs.edge] : []))),
    steps: turn.filter((event) => event.kind === "llm.request" || event.kind === "sandbox.start").length,
  };
}

function markStep(event: RunEvent, log: Log, isOver: boolean, reading: Reading, nodes: Map<string, NodeBadge>): void {
  const id = event.node?.id;
  if (id === undefined) return;
  if (isKind(event, "node.start")) nodes.set(id, { state: isOver ? "stopped" : "running" });
  if (isKind(event, "approval.request") && isOpen(event.key, log)) nodes.set(id, { state: "waiting" });
  if (isKind(event, "approval.decision") && !isOver) nodes.set(id, { state: "running" });
  if (!isKind(event, "node.end")) return;
  const { status } = event.attrs;
  const state = { done: "done", blocked: "stopped", failed: "failed", stopped: "stopped" } as const;
  const begun = log.find("node.start", event.key);
  const figure = begun === undefined ? {} : { figure: took(event.time - begun.time, reading.words) };
  nodes.set(id, { state: state[status], ...figure });
}

/** A tool's own node and the gate on it, from the calls that an agent makes. */
function markTool(event: RunEvent, log: Log, isOver: boolean, reading: Reading, nodes: Map<string, NodeBadge>): void {
  if (!("tool" in event.attrs)) return;
  const tool = reading.tools.get(event.attrs.tool);
  if (tool === undefined) return;
  const mark = (badge: NodeBadge, gates: boolean): void => {
    nodes.set(tool.nodeId, badge);
    if (gates) for (const gate of gatesOn(tool.nodeId, reading)) nodes.set(gate, badge);
  };
  if (isKind(event, "tool.call")) mark({ state: isOver ? "stopped" : "running" }, false);
  if (isKind(event, "privilege.deny")) mark({ state: "stopped" }, event.attrs.code === "denied");
  if (isKind(event, "approval.request") && isOpen(event.key, log)) mark({ state: "waiting" }, true);
  if (isKind(event, "approval.request") && log.find("approval.decision", event.key)?.attrs.decision === "approve")
    mark({ state: "done" }, true);
  if (!isKind(event, "tool.result")) return;
  const call = log.find("tool.call", event.key);
  const figure = call === undefined ? {} : { figure: took(event.time - call.time, reading.words) };
  mark({ state: event.attrs.outcome === "success" ? "done" : "failed", ...figure }, false);
}

function gatesOn(nodeId: string, { flow }: Reading): readonly string[] {
  return flow.edges
    .filter((edge) => edge.kind === "attach" && edge.to.node === nodeId && edge.to.port === "approval")
    .map((edge) => edge.from.node);
}

function isOpen(key: string, log: Log): boolean {
  return (
    log.find("approval.decision", key) === undefined &&
    log.find("approval.timeout", key) === undefined &&
    log.find("turn.end", turnKey(key)) === undefined
  );
}

function stopsOf(events: readonly RunEvent[]): ReadonlyMap<string, number> {
  const stops = new Map<string, number>();
  for (const event of events) {
    if (!isKind(event, "guardrail.result") || outcomeOf(event) !== "stopped") continue;
    stops.set(event.attrs.firewall, (stops.get(event.attrs.firewall) ?? 0) + 1);
  }
  return stops;
}
