import type { EventKind, RunEvent } from "#engine";
import type { SpanKind, TraceSpan } from "../trace/trace-data.ts";
import { pricesOf } from "./costs.ts";
import type { Prices } from "./costs.ts";
import type { Log } from "./log.ts";
import { stepTitle, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { endingOf } from "./trace-parts.ts";

/** What begins a stretch of work, and which later events of the same key end it. */
const beginnings: Partial<Record<EventKind, { readonly kind: SpanKind; readonly ends: readonly EventKind[] }>> = {
  "turn.start": { kind: "turn", ends: ["turn.end"] },
  "node.start": { kind: "node", ends: ["node.end"] },
  "llm.request": { kind: "model", ends: ["llm.response"] },
  "tool.call": { kind: "tool", ends: ["tool.result"] },
  "sandbox.start": { kind: "code", ends: ["sandbox.end"] },
  "retrieval.query": { kind: "search", ends: ["retrieval.result"] },
  "guardrail.request": { kind: "opinion", ends: ["guardrail.response"] },
  "approval.request": { kind: "person", ends: ["approval.decision", "approval.timeout"] },
};

/** What other work goes on in. */
const containers: ReadonlySet<SpanKind> = new Set(["turn", "node", "tool"]);

/** A run as a tree of work, a parent before what goes on in it: turns, steps of the flow, calls of models, tools, code, people. */
export function spansOf(log: Log, reading: Reading): readonly TraceSpan[] {
  const prices = pricesOf(reading.flow);
  const inside = new Map<string, TraceSpan>();
  const children = new Map<number, TraceSpan[]>();
  const roots: TraceSpan[] = [];
  for (const event of log.events) {
    const begins = beginnings[event.kind];
    if (begins === undefined) continue;
    const parent = around(event.key, inside);
    const end = endOf(event, begins.ends, log);
    const span = spanOf(event, end, begins.kind, parent, {
      reading,
      prices,
      now: log.events.at(-1)?.time ?? event.time,
    });
    if (containers.has(begins.kind)) inside.set(event.key, span);
    if (parent === undefined) roots.push(span);
    else children.set(parent.seq, [...(children.get(parent.seq) ?? []), span]);
  }
  const all: TraceSpan[] = [];
  const put = (span: TraceSpan) => {
    const within = children.get(span.seq) ?? [];
    all.push({ ...span, inside: within.length });
    for (const each of within) put(each);
  };
  for (const root of roots) put(root);
  return all;
}

/** The nearest work whose key this one's key begins with: `t1/agent/0` of `t1/agent/0/h1.c0`. */
function around(key: string, inside: ReadonlyMap<string, TraceSpan>): TraceSpan | undefined {
  const about = key.replace(/^(?:fw|judge|transformer)\/[^/]+\/[^/]+\/[^/]+\//u, "");
  if (about !== key && inside.has(about)) return inside.get(about);
  for (let at = about.length - 1; at > 0; at -= 1) {
    if (about[at] !== "/" && about[at] !== ".") continue;
    const found = inside.get(about.slice(0, at));
    if (found !== undefined) return found;
  }
  return undefined;
}

function endOf(event: RunEvent, ends: readonly EventKind[], log: Log): RunEvent | undefined {
  return log.at(event.key).find(({ kind, seq }) => seq > event.seq && ends.includes(kind));
}

interface Known {
  readonly reading: Reading;
  readonly prices: Prices;
  readonly now: number;
}

function spanOf(
  event: RunEvent,
  end: RunEvent | undefined,
  kind: SpanKind,
  parent: TraceSpan | undefined,
  { reading, prices, now }: Known,
): TraceSpan {
  const tokens =
    end?.kind === "llm.response" || end?.kind === "guardrail.response"
      ? { read: end.attrs.inputTokens, written: end.attrs.outputTokens }
      : undefined;
  const ending = end === undefined ? undefined : endingOf(end, outcomeOf(end));
  const model = end?.kind === "llm.response" || end?.kind === "guardrail.response" ? end.attrs.model : "";
  const dollars = tokens && prices(event.node?.id, model, tokens);
  return {
    seq: event.seq,
    kind,
    title: titleOf(event, kind, reading),
    turn: turnNumber(event.key),
    depth: parent === undefined ? 0 : parent.depth + 1,
    from: event.time,
    to: Math.max(event.time, end?.time ?? now),
    isOpen: end === undefined,
    inside: 0,
    ...(end !== undefined && { endSeq: end.seq }),
    ...(ending !== undefined && { ending }),
    ...(tokens !== undefined && { tokens }),
    ...(dollars !== undefined && { dollars }),
  };
}

function outcomeOf(end: RunEvent): "stop" | "pass" | undefined {
  if (end.kind === "node.end" || end.kind === "turn.end") return end.attrs.status === "done" ? undefined : "stop";
  if (end.kind === "tool.result") return end.attrs.outcome === "success" ? undefined : "stop";
  if (end.kind === "sandbox.end") return end.attrs.outcome === "value" ? undefined : "stop";
  if (end.kind === "approval.decision") return end.attrs.decision === "deny" ? "stop" : "pass";
  if (end.kind === "approval.timeout") return "stop";
  return end.kind === "guardrail.response" && end.attrs.verdict === "stop" ? "stop" : undefined;
}

function titleOf(event: RunEvent, kind: SpanKind, reading: Reading): string {
  if (event.kind === "llm.request" || event.kind === "guardrail.request") return event.attrs.model;
  if (event.kind === "tool.call" || event.kind === "approval.request") return toolTitle(reading, event.attrs.tool);
  if (event.kind === "sandbox.start") return event.attrs.language;
  return kind === "node" ? stepTitle(reading, event.node?.id) : "";
}

/** Milliseconds of the turns without the time in which a person was waited for, which may not be over. */
export function workIn(spans: readonly Pick<TraceSpan, "kind" | "from" | "to">[]): number {
  const sum = (wanted: SpanKind) =>
    spans.reduce((total, { kind, from, to }) => (kind === wanted ? total + to - from : total), 0);
  return Math.max(0, sum("turn") - sum("person"));
}

function turnNumber(key: string): number {
  return Number(/(?:^|\/)t(\d+)(?:\/|$)/u.exec(key)?.[1] ?? 1);
}
