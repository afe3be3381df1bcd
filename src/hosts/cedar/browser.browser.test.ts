import { expect, it } from "vitest";
import { decide, visibleTools } from "#pillars/privileges";
import { loadCedar } from "./browser.ts";
import { calm, loadRules, shopTools, supportRules } from "./shop.fixture.ts";

it("decides in a browser as it does in Node, loaded once", async () => {
  const engine = await loadCedar();
  expect(await loadCedar()).toBe(engine);
  const policySet = loadRules(engine, supportRules);
  const decisions = [40, 100, 100.01, 500, 500.01].map((euros) => {
    const context = { ...calm, amount: Math.round(euros * 100), currency: "EUR" };
    return decide(engine, policySet, { agentId: "support", tool: "refund", context }).decision;
  });
  expect(decisions).toEqual(["allow", "allow", "ask", "ask", "deny"]);
  const who = { agentId: "support", speaker: { id: "1", name: "Nora", role: "guest" } };
  expect(visibleTools(engine, policySet, shopTools, who).map(({ name }) => name)).toEqual([
    "look_up_order",
    "send_email",
  ]);
});
