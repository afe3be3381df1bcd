import { applyEdits, emptyFlow, type Flow, type JsonObject } from "#engine";

const rules = [
  { tool: "look_up_order", allow: "alone" },
  { tool: "refund", allow: "alone", amount: { argument: "amount", aloneUpTo: 100, neverAbove: 500 }, approver: "lead" },
];

/** Chat input -> agent with look-up and refund, firewall, permission, limits -> reply. */
export function shopFlow(
  change: Partial<Record<"firewall" | "permission" | "limits" | "agent", JsonObject>> = {},
): Flow {
  const node = (id: string, type: string, config: JsonObject = {}) => ({
    id,
    type,
    version: 1,
    position: { x: 0, y: 0 },
    config,
  });
  const attach = (from: string, port: string) => ({
    id: `${from}-agent`,
    kind: "attach" as const,
    from: { node: from, port: "guard" },
    to: { node: "agent", port },
  });
  return {
    ...emptyFlow("shop", "Shop"),
    speakers: [
      { id: "nora", name: "Nora", role: "customer" },
      { id: "mara", name: "Mara", role: "lead" },
    ],
    nodes: [
      node("in", "chat-input"),
      node("agent", "agent", { model: "scripted", instructions: "Help with orders.", ...change.agent }),
      node("look", "look-up-order"),
      node("refund", "refund"),
      node("firewall", "firewall", change.firewall),
      node("permission", "permission", change.permission ?? { rules }),
      node("limits", "limits", change.limits),
      node("out", "reply"),
    ],
    edges: [
      { id: "e1", kind: "data", from: { node: "in", port: "message" }, to: { node: "agent", port: "message" } },
      { id: "e2", kind: "data", from: { node: "agent", port: "reply" }, to: { node: "out", port: "text" } },
      attach("look", "tool"),
      attach("refund", "tool"),
      attach("firewall", "firewall"),
      attach("permission", "permission"),
      attach("limits", "limits"),
    ],
  };
}

/** The shop with an approval gate on the refund. */
export function gatedFlow(config: JsonObject, flow: Flow = shopFlow()): Flow {
  const gate = { id: "gate", type: "approval-gate", version: 1, position: { x: 0, y: 0 }, config };
  const edge = {
    id: "gate-refund",
    kind: "attach",
    from: { node: "gate", port: "guard" },
    to: { node: "refund", port: "approval" },
  } as const;
  return applyEdits(flow, [
    { type: "add-node", node: gate },
    { type: "add-edge", edge },
  ]);
}

/** Chat input -> code that may refund -> reply. */
export function codeFlow(): Flow {
  const shop = shopFlow({
    permission: {
      rules: [{ tool: "refund", allow: "alone", amount: { argument: "amount", aloneUpTo: 100 }, approver: "lead" }],
    },
  });
  const kept = new Set(["in", "refund", "permission", "out"]);
  const code = {
    id: "code",
    type: "code",
    version: 1,
    position: { x: 0, y: 0 },
    config: { source: "return 1;", calls: 100 },
  };
  const attached = (from: string, port: string) =>
    ({ id: `${from}-code`, kind: "attach", from: { node: from, port: "guard" }, to: { node: "code", port } }) as const;
  return {
    ...shop,
    nodes: [...shop.nodes.filter(({ id }) => kept.has(id)), code],
    edges: [
      { id: "in-code", kind: "data", from: { node: "in", port: "message" }, to: { node: "code", port: "value" } },
      { id: "code-out", kind: "data", from: { node: "code", port: "result" }, to: { node: "out", port: "text" } },
      attached("refund", "tool"),
      attached("permission", "permission"),
    ],
  };
}
