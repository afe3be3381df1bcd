import type { ToolSpec } from "#engine";
import {
  loadPolicy,
  permissionConfig,
  type PermissionConfig,
  type PolicyContext,
  type PolicyEngine,
  type PolicySet,
  rulesToCedar,
} from "#pillars/privileges";

function tool(name: string, title: string, rest: Partial<ToolSpec>): ToolSpec {
  return {
    name,
    title,
    description: title,
    effect: "read",
    inputSchema: { type: "object", additionalProperties: false },
    roles: {},
    resultOrigins: {},
    sentence: title,
    ...rest,
  };
}

/** The tools of a small shop, for tests. */
export const shopTools: readonly ToolSpec[] = [
  tool("look_up_order", "Look up order", { roles: { orderId: "id" } }),
  tool("refund", "Refund", { effect: "pay", roles: { orderId: "id", amount: "value", currency: "flag" } }),
  tool("send_email", "Send e-mail", { effect: "send", roles: { to: "target", body: "content" } }),
  tool("delete_contact", "Delete contact", { effect: "delete", roles: { contactId: "id" } }),
];

export const supportRules: PermissionConfig = permissionConfig.parse({
  agent: "Support agent",
  rules: [
    { tool: "look_up_order", allow: "alone" },
    {
      tool: "refund",
      allow: "alone",
      amount: { argument: "amount", aloneUpTo: 100, neverAbove: 500 },
      uses: { count: 1, per: "chat" },
      roles: ["customer"],
      requires: { ownRecord: true },
      approver: "support lead",
    },
    { tool: "send_email", allow: "ask", uses: { count: 2, per: "turn" } },
    { tool: "delete_contact", allow: "never" },
  ],
});

/** A call by the customer, about the customer's own record, with nothing from outside in it. */
export const calm: PolicyContext = {
  approved: false,
  role: "customer",
  effect: "pay",
  targetTrust: 4,
  idTrust: 3,
  valueTrust: 3,
  ownRecord: true,
  sameTarget: true,
  outsideText: false,
  branchTrust: 4,
  usedInTurn: 0,
  usedInChat: 0,
};

/** Loads rules for the agent `support`, or fails the test with what is wrong. */
export function loadRules(engine: PolicyEngine, config: PermissionConfig): PolicySet {
  const { policies, schema } = rulesToCedar(config, { source: "permission", agentId: "support", tools: shopTools });
  const loaded = loadPolicy(engine, policies, schema);
  if (loaded.outcome === "unreadable") throw new Error(JSON.stringify(loaded.findings));
  return loaded.policySet;
}
