import { emptyFlow } from "#engine";

const node = (id: string, type: string, config: object = {}) => ({
  id,
  type,
  version: 1,
  position: { x: 0, y: 0 },
  config,
});
const attach = (from: string, port: string) => ({
  id: `${from}-agent`,
  kind: "attach",
  from: { node: from, port: "guard" },
  to: { node: "agent", port },
});

interface RemoteTool {
  readonly name: string;
  readonly [setting: string]: unknown;
}

/** A flow file whose built-in assistant may call one service alone; Nora speaks, and Mara decides where it must be asked. */
export function toolFlow(id: string, instructions: string, tool: RemoteTool) {
  return {
    ...emptyFlow(id, id),
    speakers: [
      { id: "nora", name: "Nora", role: "customer" },
      { id: "mara", name: "Mara", role: "lead" },
    ],
    nodes: [
      node("in", "chat-input"),
      node("agent", "agent", { model: "embedded", instructions }),
      node("service", "http-request", tool),
      node("firewall", "firewall"),
      node("permission", "permission", { rules: [{ tool: tool.name, allow: "alone" }] }),
      node("limits", "limits"),
      node("out", "reply"),
    ],
    edges: [
      { id: "e1", kind: "data", from: { node: "in", port: "message" }, to: { node: "agent", port: "message" } },
      { id: "e2", kind: "data", from: { node: "agent", port: "reply" }, to: { node: "out", port: "text" } },
      attach("service", "tool"),
      attach("firewall", "firewall"),
      attach("permission", "permission"),
      attach("limits", "limits"),
    ],
  };
}
