import type { NodeGroup, QuotedPart, Signal, TableRows, TileTone } from "#ui/kit";

/** The state of the seal over the whole trace. */
export type Seal =
  | { kind: "sealed"; steps: number; verified: string; detail: string; fingerprint: string }
  | { kind: "open"; steps: number; detail: string }
  /** `message` names the first step at fault in a plain sentence. */
  | { kind: "broken"; step: number; message: string };

/** A mark in the overview; a step without one is quiet. */
export type StepMark = { seq: number; signal?: Signal | undefined };

/** One readable line of the timeline. */
export type TraceLine = { seq: number; icon: string; tone: TileTone; text: string; duration?: string; depth: 0 | 1 };

export type TraceTurn = { number: number; quote: string; time: string; stepCount: number; lines: readonly TraceLine[] };

export const traceFilters = ["all", "guards", "tools", "decisions"] as const;
export type TraceFilter = (typeof traceFilters)[number];

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
  /** The exact line of the log. */
  record: string;
};

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
