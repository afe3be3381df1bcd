import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import type { Signal } from "#ui/kit";
import type { TraceEnding, TraceFilter, TracePart, TraceWish } from "../trace/trace-data.ts";
import { outcomeOf } from "./findings.ts";
import type { Reading } from "./reading.ts";
import type { Told } from "./told.ts";
import { filtersOf } from "./trace-line.ts";

/** What decides where a step is shown. */
export interface StepTraits {
  readonly filters: readonly TraceFilter[];
  readonly part: TracePart;
  readonly ending: TraceEnding | undefined;
  /** Nodes of the canvas that it belongs to. */
  readonly nodes: readonly string[];
  readonly isPlumbing: boolean;
  /** A check that found nothing. */
  readonly isClean: boolean;
}

const families: Readonly<Record<string, TracePart>> = {
  privilege: "privileges",
  approval: "autonomy",
  budget: "autonomy",
  limit: "autonomy",
  kill: "autonomy",
  handoff: "autonomy",
  guardrail: "firewall",
  sandbox: "sandbox",
  tool: "tools",
  retrieval: "tools",
  llm: "models",
  message: "models",
  run: "trace",
};

export function traitsOf(event: RunEvent, told: Told, reading: Reading): StepTraits {
  return {
    filters: filtersOf(event),
    part: partOf(event),
    ending: endingOf(event, told.signal),
    nodes: nodesOf(event, reading),
    isPlumbing: told.isPlumbing === true,
    isClean: isKind(event, "guardrail.result") && outcomeOf(event) === "passed",
  };
}

/** The guardrail that a step belongs to, or what else it is of. */
export function partOf({ kind }: RunEvent): TracePart {
  return families[kind.split(".")[0] ?? ""] ?? "path";
}

/** How a step came out, where it decided or did something. */
export function endingOf(event: RunEvent, signal: Signal | undefined): TraceEnding | undefined {
  if (hasFailed(event)) return "failed";
  if (signal === "stop") return "stopped";
  if (signal === "ask") return "asked";
  if (event.kind === "privilege.grant" || event.kind === "approval.decision" || signal === "pass") return "allowed";
  return undefined;
}

function hasFailed(event: RunEvent): boolean {
  if (event.kind === "error") return true;
  if (event.kind === "tool.result") return event.attrs.outcome === "failure";
  return event.kind === "llm.response" && event.attrs.failure !== undefined;
}

/** The step of the flow, the tool and the guards that a step of the trace tells of; never a node that the flow has not. */
export function nodesOf(event: RunEvent, reading: Reading): readonly string[] {
  const named = [event.node?.id];
  if (event.kind === "guardrail.result") named.push(event.attrs.firewall);
  if ("tool" in event.attrs) named.push(reading.tools.get(event.attrs.tool)?.nodeId);
  if (event.kind === "privilege.request") named.push(...event.attrs.rules.map((rule) => rule.split("/")[0]));
  return [...new Set(named)].filter((id): id is string => id !== undefined && reading.titles.has(id));
}

export function isWished(seq: number, traits: StepTraits, { filter, part, ending, node, found }: TraceWish): boolean {
  if (!traits.filters.includes(filter)) return false;
  if (part !== "all" && traits.part !== part) return false;
  if (ending !== "all" && traits.ending !== ending) return false;
  if (node !== undefined && !traits.nodes.includes(node)) return false;
  return found === undefined || found.has(seq);
}
