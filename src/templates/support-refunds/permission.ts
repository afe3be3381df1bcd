import type { JsonObject } from "#engine";

const staff = ["support", "lead"];

/** Who may do what: the rules that the Permission node of this template starts with. */
export const supportPermission: JsonObject = {
  agent: "Support agent",
  rules: [
    { tool: "look_up_order", allow: "alone", roles: ["customer"], requires: { ownRecord: true } },
    { tool: "look_up_order", allow: "alone", roles: staff },
    { tool: "list_orders", allow: "alone" },
    {
      tool: "refund",
      allow: "alone",
      amount: { argument: "amount", currency: "EUR", aloneUpTo: 100, neverAbove: 500 },
      uses: { count: 1, per: "chat" },
      requires: { ownRecord: true, sameTarget: true },
      approver: "lead",
      waitMinutes: 60,
    },
    { tool: "send_email", allow: "ask", approver: "lead", waitMinutes: 60 },
  ],
};
