import type { CardFlowNode, FlowNode, FlowWire, GuardFlowNode, NodeStatus, Port, Socket } from "../canvas/index.ts";
import type { NodeGroup } from "#ui/kit";

const idle: NodeStatus = { kind: "idle" };
const ins = (kind: Port["kind"] = "message"): Port => ({
  id: "in",
  name: "Message",
  kind,
  direction: "in",
  side: "left",
  connected: true,
});
const outs = (kind: Port["kind"] = "message"): Port => ({
  id: "out",
  name: "Message",
  kind,
  direction: "out",
  side: "right",
  connected: true,
});
const toolTop: Port = { id: "agent", name: "Agent", kind: "tool", direction: "in", side: "top", connected: true };
const approval = (connected: boolean): Port => ({
  id: "approval",
  name: "Approval",
  kind: "guard",
  direction: "out",
  side: "bottom",
  connected,
});
const guardTop: Port = { id: "step", name: "Step", kind: "guard", direction: "in", side: "top", connected: true };

type CardSample = [id: string, x: number, y: number, title: string, summary: string, icon: string, group: NodeGroup];

export function card(
  [id, x, y, title, summary, icon, group]: CardSample,
  rest: Partial<CardFlowNode["data"]> = {},
): CardFlowNode {
  const data = { title, summary, icon, group, size: "step" as const, status: idle, ports: [], sockets: [], ...rest };
  return { id, type: "card", position: { x, y }, data };
}

function guard(
  id: string,
  x: number,
  y: number,
  data: Omit<GuardFlowNode["data"], "ports">,
  ports: readonly Port[] = [guardTop],
): GuardFlowNode {
  return { id, type: "guard", position: { x: x - 52, y }, data: { ...data, ports } };
}

const agentSockets: readonly Socket[] = [
  { id: "tools", name: "Tools", kind: "tool", count: 3, many: true },
  { id: "knowledge", name: "Knowledge", kind: "data", count: 0 },
  { id: "memory", name: "Memory", kind: "data", count: 0 },
  { id: "firewall", name: "Firewall", kind: "guard", count: 1 },
  { id: "permission", name: "Permission", kind: "guard", count: 1 },
  { id: "limits", name: "Limits", kind: "guard", count: 1 },
];

const blockedOut: Port = {
  id: "blocked",
  name: "Blocked",
  kind: "blocked",
  direction: "out",
  side: "bottom",
  connected: true,
};

export const supportNodes: FlowNode[] = [
  card(["input", 24, 56, "Chat input", "From the shop chat", "message-square", "talk"], {
    ports: [outs()],
    status: { kind: "done" },
  }),
  card(["agent", 272, 56, "Support agent", "Answers order questions, refunds, writes e-mails", "bot", "think"], {
    size: "agent",
    ports: [ins(), outs()],
    sockets: agentSockets,
    status: { kind: "running", label: "Step 4", progress: 0.33 },
  }),
  card(["reply", 680, 56, "Reply", "Answers in the shop chat", "reply", "talk"], { ports: [ins()] }),
  card(["order", 24, 256, "Look up order", "This customer only", "package-search", "act"], {
    size: "tool",
    ports: [toolTop, approval(false)],
    status: { kind: "done" },
  }),
  card(["refund", 212, 256, "Refund", "Up to 100 EUR alone", "hand-coins", "act"], {
    size: "tool",
    ports: [toolTop, approval(true)],
    status: { kind: "waiting" },
  }),
  card(["mail", 400, 256, "Send e-mail", "This customer only", "mail", "act"], {
    size: "tool",
    ports: [toolTop, approval(false)],
  }),
  card(["fallback", 680, 384, "Fallback reply", "“A colleague takes over.”", "reply", "talk"], {
    ports: [ins("blocked")],
  }),
  guard(
    "firewall",
    624,
    246,
    { kind: "firewall", title: "Firewall", summary: "1 stopped today", status: "idle", stops: 1 },
    [guardTop, blockedOut],
  ),
  {
    ...guard("permission", 730, 246, { kind: "permission", title: "Permission", summary: "3 rules", status: "idle" }),
    selected: true,
  },
  guard("limits", 836, 246, { kind: "limits", title: "Limits", summary: "4 of 12 steps", status: "idle", level: 0.33 }),
  guard("gate", 300, 364, {
    kind: "approval",
    title: "Approval gate",
    summary: "Waiting, 41 min left",
    status: "waiting",
  }),
];

export function wire(
  id: string,
  source: string,
  sourceHandle: string,
  target: string,
  targetHandle: string,
  data: NonNullable<FlowWire["data"]>,
): FlowWire {
  return { id, type: "wire", source, sourceHandle, target, targetHandle, data };
}

export const supportWires: FlowWire[] = [
  wire("w1", "input", "out", "agent", "in", { kind: "message" }),
  wire("w2", "agent", "out", "reply", "in", { kind: "text", state: "quiet" }),
  wire("w3", "agent", "tools", "order", "agent", { kind: "tool" }),
  wire("w4", "agent", "tools", "refund", "agent", { kind: "tool", state: "running" }),
  wire("w5", "agent", "tools", "mail", "agent", { kind: "tool" }),
  wire("w6", "agent", "firewall", "firewall", "step", { kind: "guard" }),
  { ...wire("w7", "agent", "permission", "permission", "step", { kind: "guard" }), selected: true },
  wire("w8", "agent", "limits", "limits", "step", { kind: "guard" }),
  wire("w9", "firewall", "blocked", "fallback", "in", { kind: "blocked", label: "blocked" }),
  wire("w10", "refund", "approval", "gate", "step", { kind: "guard" }),
];

const missing = (id: string, name: string): Socket => ({ id, name, kind: "guard", count: 0, missing: true });
const free = (id: string, name: string): Socket => ({ id, name, kind: "data", count: 0 });
const suggested = (socket: Socket): Socket => ({ ...socket, isSuggested: true });

export const unguardedNodes: FlowNode[] = [
  card(["mail", 16, 124, "New e-mail", "To help@lumen.shop", "mail", "talk"], { ports: [outs()] }),
  card(["write", 272, 124, "Write an answer", "Reads it, drafts a reply", "sparkles", "think"], {
    ports: [ins(), outs()],
    sockets: [
      suggested(missing("firewall", "Firewall")),
      free("memory", "Memory"),
      { id: "limits", name: "Limits", kind: "guard", count: 1 },
    ],
    finding: { label: "1", severity: "stop" },
  }),
  card(["send", 528, 124, "Send e-mail", "Sends the draft", "send", "act"], {
    ports: [ins()],
    sockets: [missing("permission", "Permission"), free("approval", "Approval")],
    finding: { label: "2", severity: "stop" },
  }),
  guard("suggested", 322, 266, { kind: "firewall", title: "Firewall", summary: "", status: "suggested" }),
  guard("limits", 450, 266, {
    kind: "limits",
    title: "Limits",
    summary: "8 steps, 0.20 EUR",
    status: "idle",
    level: 0.2,
  }),
];

export const unguardedWires: FlowWire[] = [
  wire("u1", "mail", "out", "write", "in", { kind: "message", outside: true, label: "text from outside" }),
  wire("u2", "write", "out", "send", "in", { kind: "message", outside: true }),
  wire("u3", "write", "firewall", "suggested", "step", { kind: "guard", state: "missing" }),
  wire("u4", "write", "limits", "limits", "step", { kind: "guard" }),
];
