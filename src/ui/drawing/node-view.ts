import type { DrawnNode, FlowNode, NodeRegistry } from "#engine";
import type { GuardKind } from "#ui/kit";
import type { CardData, FlowNode as CanvasNode, GuardData, NodeStatus, Socket } from "../canvas/index.ts";
import type { Badge } from "./badge.ts";
import { headOf } from "./card-head.ts";
import { handleOf } from "./handles.ts";
import { cardPorts, guardPorts } from "./ports.ts";
import { socketKind } from "./port-kinds.ts";
import { resolve } from "./resolve.ts";

/** What is around a node: which of its handles have wires, what hangs where, what was found, what a run says. */
export interface Surroundings {
  readonly counts: ReadonlyMap<string, number>;
  readonly badge: Badge | undefined;
  readonly finding: { readonly label: string; readonly severity: "stop" | "ask" } | undefined;
  /** Sockets below which a suggested guard is drawn. */
  readonly suggested: ReadonlySet<string>;
}

const guardKinds: Readonly<Record<string, GuardKind>> = {
  firewall: "firewall",
  permission: "permission",
  limits: "limits",
  approval: "approval",
};

export function guardKindOf(provides: string | undefined): GuardKind | undefined {
  return provides === undefined ? undefined : guardKinds[provides];
}

/** A step, a guard or a note as the canvas draws it. */
export function nodeView(node: FlowNode, registry: NodeRegistry, around: Surroundings): CanvasNode {
  const drawn = resolve(node, registry);
  const base = { id: node.id, position: node.position };
  if (drawn === undefined) return { ...base, type: "card", data: unknownCard(node) };
  if (drawn.definition.group === "note") return { ...base, type: "note", data: noteData(drawn) };
  const kind = guardKindOf(drawn.definition.provides);
  if (kind !== undefined) return { ...base, type: "guard", data: guardData(kind, drawn, around) };
  return { ...base, type: "card", data: cardData(drawn, around) };
}

function unknownCard(node: FlowNode): CardData {
  return {
    title: node.title ?? node.type,
    summary: node.type,
    icon: "circle-help",
    group: "logic",
    size: "step",
    status: { kind: "off" },
    ports: [],
    sockets: [],
  };
}

function noteData({ config }: DrawnNode): { text: string; tone: "plain" } {
  return { text: typeof config["text"] === "string" ? config["text"] : "", tone: "plain" };
}

function guardData(kind: GuardKind, drawn: DrawnNode, { badge, counts }: Surroundings): GuardData {
  const status = drawn.node.disabled ? "off" : guardStatus(badge?.status);
  return {
    kind,
    title: drawn.title,
    summary: badge?.words ?? drawn.definition.summarise(drawn.config),
    status,
    ports: guardPorts(drawn, counts),
    level: badge?.level ?? 0,
    stops: badge?.stops ?? 0,
  };
}

function guardStatus(status: NodeStatus | undefined): GuardData["status"] {
  return status?.kind === "waiting" || status?.kind === "stopped" ? status.kind : "idle";
}

function cardData(drawn: DrawnNode, around: Surroundings): CardData {
  const { definition, config, node } = drawn;
  const { badge, finding, counts } = around;
  const isTool = definition.provides !== undefined;
  const sockets = isTool ? [] : socketsOf(drawn, around);
  return {
    title: drawn.title,
    summary: badge?.words ?? definition.summarise(config),
    icon: definition.icon,
    group: definition.group === "note" ? "logic" : definition.group,
    size: isTool ? "tool" : sockets.length > 3 ? "agent" : "step",
    status: node.disabled ? { kind: "off" } : (badge?.status ?? { kind: "idle" }),
    ports: cardPorts(drawn, counts),
    sockets,
    head: headOf(definition),
    ...(finding && { finding }),
  };
}

function socketsOf({ definition }: DrawnNode, { counts, suggested }: Surroundings): readonly Socket[] {
  return Object.entries(definition.attach).map(([port, socket]) => {
    const id = handleOf("socket", port);
    const count = counts.get(id) ?? 0;
    return {
      id,
      name: socket.title,
      kind: socketKind(socket.kind),
      count,
      many: socket.max > 1,
      missing: count < socket.min,
      isSuggested: suggested.has(port),
    };
  });
}
