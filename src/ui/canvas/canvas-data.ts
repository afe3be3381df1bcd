import type { Edge, Node } from "@xyflow/react";
import type { GuardKind, NodeGroup } from "#ui/kit";

/** What flows through a port; each has its colour. Attachments (`tool`, `guard`) are square. */
export type PortKind = "message" | "text" | "data" | "file" | "tool" | "guard" | "blocked";

export type Port = {
  /** The handle id; React Flow's wires name it. */
  id: string;
  /** In words, for hover and screen readers. */
  name: string;
  kind: PortKind;
  direction: "in" | "out";
  side: "left" | "right" | "top" | "bottom";
  connected: boolean;
  /** Where on its side, in pixels from the top or the left; the middle of the card's head, or of the side, without it. */
  at?: number;
};

/** A place along the bottom where helpers hang. */
export type Socket = {
  id: string;
  name: string;
  kind: "tool" | "guard" | "data";
  /** How many hang there now. */
  count: number;
  /** Shows the number beside the name, where several fit. */
  many?: boolean;
  /** Something required is missing: dashed red, with the repair on it. */
  missing?: boolean;
  /** A suggested helper is drawn below it, so the + would be in its way. */
  isSuggested?: boolean;
};

/** What a step is doing, as the run's events say. */
export type NodeStatus =
  | { kind: "idle" }
  | { kind: "ready" }
  | { kind: "running"; label?: string; progress?: number }
  | { kind: "waiting"; label?: string }
  | { kind: "stopped"; label?: string }
  | { kind: "failed"; label?: string }
  /** `label` is the figure: time or cost. */
  | { kind: "done"; label?: string }
  | { kind: "skipped" }
  | { kind: "off" }
  | { kind: "simulated" };

export type CardData = {
  title: string;
  /** What it will do, in the flow's own words. */
  summary: string;
  icon: string;
  group: NodeGroup;
  /** A step is 208 wide, a tool 176, an agent 368. */
  size: "step" | "tool" | "agent";
  status: NodeStatus;
  ports: readonly Port[];
  sockets: readonly Socket[];
  /** Height of the part above the sockets, where it is not the usual. */
  head?: number;
  /** Findings about this step, shown as a numbered mark. */
  finding?: { label: string; severity: "stop" | "ask" } | undefined;
};

export type GuardData = {
  kind: GuardKind;
  title: string;
  summary: string;
  status: "idle" | "waiting" | "stopped" | "off" | "suggested";
  /** How far the gauge of limits has gone, 0 to 1. */
  level?: number;
  /** How often it has stopped something. */
  stops?: number;
  ports: readonly Port[];
};

export type NoteData = { text: string; tone: "plain" | "ask" };

export type WireData = {
  kind: PortKind;
  state?: "idle" | "running" | "missing" | "quiet";
  /** A word on the wire, as `blocked`. */
  label?: string;
  /** The value that went through in the last run, shown on hover. */
  value?: string;
  /** Data view: text from outside has flowed here. */
  outside?: boolean;
  /** Data view: who may read what flows here. */
  readers?: string;
};

export type CardFlowNode = Node<CardData, "card">;
export type GuardFlowNode = Node<GuardData, "guard">;
export type NoteFlowNode = Node<NoteData, "note">;
export type FlowNode = CardFlowNode | GuardFlowNode | NoteFlowNode;
export type FlowWire = Edge<WireData, "wire">;
