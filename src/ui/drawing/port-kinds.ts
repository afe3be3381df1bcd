import type { AttachKind, DataPort } from "#engine";
import type { PortKind, Socket } from "../canvas/index.ts";

/** The colour of a data port: by its type, and what a guard stopped or a failed step leaves is red whatever its type. */
export function portKind(id: string, { type }: Pick<DataPort, "type">): PortKind {
  if (id === "blocked" || id === "error" || id === "denied") return "blocked";
  if (type === "json") return "data";
  return id === "message" ? "message" : "text";
}

const socketKinds = {
  tool: "tool",
  knowledge: "data",
  permission: "guard",
  approval: "guard",
  firewall: "guard",
  limits: "guard",
} as const satisfies Record<AttachKind, Socket["kind"]>;

export function socketKind(kind: AttachKind): Socket["kind"] {
  return socketKinds[kind];
}
