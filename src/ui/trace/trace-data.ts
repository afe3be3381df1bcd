import type { NodeGroup, QuotedPart, Signal, TableRows, TileTone } from "#ui/kit";

/** The state of the seal over the whole trace. */
export type Seal =
  /** `isOpen`: the run goes on, so the seal covers what is there so far. */
  | { kind: "sealed"; isOpen?: boolean; steps: number; verified: string; detail: string; fingerprint: string }
  | { kind: "open"; steps: number; detail: string }
  /** `message` names the first step at fault in a plain sentence. */
  | { kind: "broken"; step: number; message: string };

/** A mark in the overview; a step without one is quiet. */
export type StepMark = { seq: number; signal?: Signal | undefined };

/** One readable line of the timeline. */
export type TraceLine = { seq: number; icon: string; tone: TileTone; text: string; duration?: string; depth: 0 | 1 };

/** The head over the steps of one turn. */
export type TraceTurn = { number: number; quote: string; time: string; stepCount: number };

/** A row of the timeline; its words are asked for when it is seen. `checks` stand together in one line. */
export type TraceRow = { kind: "turn"; number: number } | { kind: "step"; seq: number; checks: number };

export const traceFilters = ["all", "guards", "tools", "decisions"] as const;
export type TraceFilter = (typeof traceFilters)[number];

/** The five guardrails, and what else a step can be of. */
export const traceParts = [
  "privileges",
  "autonomy",
  "firewall",
  "sandbox",
  "trace",
  "tools",
  "models",
  "path",
] as const;
export type TracePart = (typeof traceParts)[number];

export const traceEndings = ["stopped", "asked", "allowed", "failed"] as const;
export type TraceEnding = (typeof traceEndings)[number];

/** Which steps somebody wants to see. */
export type TraceWish = {
  filter: TraceFilter;
  part: TracePart | "all";
  ending: TraceEnding | "all";
  /** Only the steps of this node of the canvas. */
  node?: string | undefined;
  /** Only these: what a search has found. */
  found?: ReadonlySet<number> | undefined;
};

export const wholeTrace: TraceWish = { filter: "all", part: "all", ending: "all" };

/** Whether only some steps are wanted, by more than the kind. */
export function isNarrowing({ part, ending, node, found }: TraceWish): boolean {
  return part !== "all" || ending !== "all" || node !== undefined || found !== undefined;
}

/** A search under way: how many steps were looked at, and how many have the words. */
export type TraceSearch = {
  query: string;
  onQuery: (query: string) => void;
  done: number;
  all: number;
  found: number;
};

/** A text that went in or came out. */
export type TraceText = {
  note?: string;
  isOutside: boolean;
  source?: string;
  parts: readonly QuotedPart[];
  /** The same as a table, where it is one. */
  table?: TableRows;
};

/** A guard or a rule that spoke. */
export type RuleLine = {
  signal: Signal;
  text: string;
  isDecisive?: boolean;
  /** Scores from 0 to 1. */
  score?: { value: number; limit: number };
  detail?: string;
};

/** One step, opened. */
export type StepDetail = {
  seq: number;
  of: number;
  signal?: { kind: Signal; word: string };
  where: string;
  time: string;
  title: string;
  wentIn?: TraceText;
  rules: { note?: string; lines: readonly RuleLine[] };
  cameOut?: TraceText;
  /** What code wrote to its console. */
  console?: TraceText;
  /** What is marked in it, or that it could not be. */
  sought?: string;
  /** What decided, where something was decided. */
  why?: WhyAnswer;
  /** The nodes of the canvas that it belongs to. */
  nodes?: readonly { id: string; title: string }[];
  /** The exact line of the log. */
  record: string;
};

export const traceViews = ["steps", "time", "canvas", "compare"] as const;
export type TraceViewName = (typeof traceViews)[number];

/** A step that led here. `link` is the word to the next: "so", "brought". */
export type Cause = {
  seq: number;
  icon: string;
  tone: NodeGroup | Signal;
  title: string;
  detail: string;
  isOutside?: boolean;
  link?: string;
};

export type Effect = { seq: number; text: string };

export const spanKinds = ["turn", "node", "model", "tool", "code", "search", "opinion", "person"] as const;
export type SpanKind = (typeof spanKinds)[number];

/** A stretch of work in the run; times in milliseconds since 1970. */
export type TraceSpan = {
  /** The step that began it, and the one that ended it. */
  seq: number;
  endSeq?: number;
  kind: SpanKind;
  title: string;
  turn: number;
  depth: number;
  from: number;
  to: number;
  /** It has not ended; `to` is the last moment of the log. */
  isOpen: boolean;
  /** How many go on directly in it. */
  inside: number;
  ending?: TraceEnding;
  tokens?: { read: number; written: number };
  /** Absent where the price is not known. */
  dollars?: number;
};

/** One thing that decided; it leads to its step and to its node on the canvas. */
export type WhyLine = { signal: Signal; label: string; text: string; seq?: number; node?: string };

export type WhyAnswer = {
  outcome: "stopped" | "removed" | "noticed" | "asked" | "allowed";
  lines: readonly WhyLine[];
};

export const differenceKinds = ["path", "model", "decision", "result", "other"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A step in which two runs are not the same: absent where a run has no such step. */
export type RunDifference = {
  kind: DifferenceKind;
  left?: number;
  right?: number;
  /** What differs first, from shortly before it does. */
  field?: { name: string; left: string; right: string };
};
