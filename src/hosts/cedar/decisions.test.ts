import { beforeAll, describe, expect, it } from "vitest";
import {
  cedarSchema,
  decide,
  loadPolicy,
  permissionConfig,
  type PolicyContext,
  type PolicyDecision,
  type PolicyEngine,
  type PolicySet,
  rulesToCedar,
  validatePolicy,
  visibleTools,
} from "#pillars/privileges";
import { loadCedar } from "./node.ts";
import { calm, loadRules, shopTools, supportRules } from "./shop.fixture.ts";

let engine: PolicyEngine;
let policySet: PolicySet;

beforeAll(async () => {
  engine = await loadCedar();
  policySet = loadRules(engine, supportRules);
});

function refund(amount: number, change: Partial<PolicyContext> = {}): PolicyDecision {
  const context = { ...calm, amount: Math.round(amount * 100), currency: "EUR", ...change };
  return decide(engine, policySet, { agentId: "support", tool: "refund", context });
}

describe("Support agent may refund up to 100 EUR alone, once per chat. Above that, a support lead decides. Never above 500 EUR.", () => {
  it.each([
    [40, "allow", "permission/2"],
    [100, "allow", "permission/2"],
    [100.01, "ask", "permission/2"],
    [500, "ask", "permission/2"],
    [500.01, "deny", "permission/2"],
  ] as const)("%d EUR: %s", (amount, decision, rule) => {
    expect(refund(amount)).toMatchObject({ decision, rules: [rule] });
  });

  it("tells why a person decides, and who", () => {
    expect(refund(480)).toMatchObject({
      sentence: "Above 100 EUR, a support lead decides.",
      terms: { approvers: ["support lead"], waitMinutes: 60 },
    });
    expect(refund(501).sentence).toBe("Never above 500 EUR.");
    expect(refund(40).terms.ttlSeconds).toBe(30);
  });

  it("asks for a second refund in the chat, and allows it once it is approved", () => {
    expect(refund(40, { usedInChat: 1 })).toMatchObject({
      decision: "ask",
      sentence: "More often than once per chat, a support lead decides.",
    });
    expect(refund(40, { usedInChat: 1, approved: true }).decision).toBe("allow");
  });

  it("gives every reason when there are several", () => {
    expect(refund(480, { usedInChat: 1 }).sentence).toBe(
      "Above 100 EUR, a support lead decides. More often than once per chat, a support lead decides.",
    );
  });

  it("never goes above the ceiling, even when approved", () => {
    expect(refund(500.01, { approved: true })).toMatchObject({ decision: "deny", code: "forbidden" });
    expect(refund(500, { approved: true }).decision).toBe("allow");
  });

  it.each([
    ["another role", { role: "guest" }, "No rule allows this."],
    ["somebody else's record", { ownRecord: false }, "The record must belong to the person who speaks."],
    ["another currency", { currency: "USD" }, "The amount must be in EUR."],
  ])("denies for %s, even when approved", (_, change, sentence) => {
    expect(refund(40, change)).toMatchObject({ decision: "deny", sentence });
    expect(refund(40, { ...change, approved: true }).decision).toBe("deny");
  });

  it("denies an amount that cannot be read", () => {
    const { amount: _, ...context } = { ...calm, amount: 1, currency: "EUR" };
    expect(decide(engine, policySet, { agentId: "support", tool: "refund", context })).toMatchObject({
      decision: "deny",
      sentence: "The amount cannot be read.",
    });
  });

  it.each(["targetTrust", "idTrust", "valueTrust"])("asks when %s is that of outside text", (name) => {
    expect(refund(40, { [name]: 1 })).toMatchObject({ decision: "ask" });
    expect(refund(40, { [name]: 2 })).toMatchObject({ decision: "allow" });
  });

  it("denies another agent", () => {
    const context = { ...calm, amount: 4000, currency: "EUR" };
    expect(decide(engine, policySet, { agentId: "other", tool: "refund", context }).decision).toBe("deny");
    expect(decide(engine, policySet, { tool: "refund", context }).decision).toBe("deny");
  });
});

describe("other rules", () => {
  const call = (tool: string, change: Partial<PolicyContext> = {}): PolicyDecision =>
    decide(engine, policySet, { agentId: "support", tool, context: { ...calm, ...change } });

  it("reads alone with an id the model wrote, but asks where it goes", () => {
    expect(call("look_up_order", { idTrust: 0 }).decision).toBe("allow");
    expect(call("look_up_order", { targetTrust: 0 }).decision).toBe("ask");
  });

  it("asks for e-mail, at most twice per turn", () => {
    expect(call("send_email", { usedInTurn: 1 })).toMatchObject({
      decision: "ask",
      sentence: "A person decides about send e-mail.",
    });
    expect(call("send_email", { usedInTurn: 2 })).toMatchObject({
      decision: "deny",
      sentence: "It was used as often as the rule allows.",
    });
  });

  it("never deletes", () => {
    expect(call("delete_contact", { approved: true })).toMatchObject({
      decision: "deny",
      code: "forbidden",
      sentence: "Support agent may never delete contact.",
    });
  });

  it("denies a tool that no rule names", () => {
    const empty = loadRules(engine, permissionConfig.parse({}));
    expect(decide(engine, empty, { agentId: "support", tool: "refund", context: calm })).toMatchObject({
      decision: "deny",
      code: "no-rule",
    });
  });
});

describe("when the check cannot be made", () => {
  it("denies a tool that the schema does not know", () => {
    expect(decide(engine, policySet, { agentId: "support", tool: "wire", context: calm }).decision).toBe("deny");
  });

  it("denies when a fact that a policy asks for is missing", () => {
    const { usedInChat: _, ...context } = { ...calm, amount: 4000, currency: "EUR" };
    const request = {
      principal: { type: "Agent", id: "support" },
      action: { type: "Action", id: "refund" },
      resource: { type: "Tool", id: "refund" },
    };
    expect(engine.isAllowed(policySet.handle, { ...request, context })).toMatchObject({ outcome: "error" });
    expect(
      engine.isAllowed(policySet.handle, { ...request, context: { ...context, usedInChat: "none" } }),
    ).toMatchObject({ outcome: "error" });
    expect(engine.isAllowed(policySet.handle, { ...request, context: { ...context, usedInChat: 0.5 } })).toMatchObject({
      outcome: "error",
    });
  });

  it("denies under policies that were never loaded", () => {
    const strange = { ...policySet, handle: "policies-999" };
    expect(decide(engine, strange, { agentId: "support", tool: "refund", context: calm }).code).toBe("engine-error");
  });

  it("denies when the engine throws", () => {
    const broken: PolicyEngine = {
      ...engine,
      isAllowed: () => {
        throw new Error("out of memory");
      },
    };
    expect(decide(broken, policySet, { agentId: "support", tool: "look_up_order", context: calm })).toMatchObject({
      decision: "deny",
      code: "engine-error",
    });
  });

  it("denies when a policy fails while it is evaluated", () => {
    const schema = cedarSchema(shopTools);
    const overflow = `@id("x") permit(principal, action == Action::"refund", resource) when { context.usedInChat * 9223372036854775807 * 2 > 0 || true };
      @id("y") permit(principal, action == Action::"refund", resource);`;
    const loaded = loadPolicy(engine, overflow, schema);
    if (loaded.outcome === "unreadable") throw new Error("must load");
    const request = { agentId: "support", tool: "refund", context: { ...calm, usedInChat: 5 } };
    expect(decide(engine, loaded.policySet, request)).toMatchObject({ decision: "deny", code: "engine-error" });
  });
});

describe("policy text", () => {
  const schema = cedarSchema(shopTools);
  const base = (): string =>
    rulesToCedar(supportRules, { source: "permission", agentId: "support", tools: shopTools }).policies;

  it("is valid for every rule we generate", () => {
    expect(validatePolicy(engine, base(), schema)).toEqual([]);
  });

  it("says what is wrong, in which rule and where", () => {
    const text = base().replace("context.usedInChat <", "context.usedInChta <");
    const [found] = validatePolicy(engine, text, schema);
    expect(found).toMatchObject({ severity: "error", rule: "permission/2.alone" });
    expect(found?.message).toContain("Did you mean `usedInChat`?");
    expect(text.slice(found?.start, found?.end)).toBe("context.usedInChta");
    expect(loadPolicy(engine, text, schema).outcome).toBe("unreadable");
  });

  it("counts in UTF-16 units and names the right rule among many", () => {
    const many = Array.from(
      { length: 13 },
      (_, index) =>
        `@id("rule ü${index}") permit(principal, action == Action::"refund", resource) when { context.own${index === 11 ? "" : "Record"} };`,
    );
    const text = `// Regeln für Größe 😀\n${many.join("\n")}`;
    const [found] = validatePolicy(engine, text, schema);
    expect(found?.rule).toBe("rule ü11");
    expect(text.slice(found?.start, found?.end)).toBe("context.own");
  });

  it("refuses what is not Cedar, two equal ids and templates", () => {
    expect(validatePolicy(engine, "permt(principal, action, resource);", schema)[0]).toMatchObject({
      severity: "error",
    });
    const one = `@id("a") permit(principal, action == Action::"refund", resource);`;
    expect(validatePolicy(engine, one + one, schema)[0]?.message).toContain("Two policies");
    expect(validatePolicy(engine, `permit(principal == ?principal, action, resource);`, schema)[0]?.severity).toBe(
      "error",
    );
    expect(validatePolicy(engine, `permit(principal, action == Action::"wire", resource);`, schema)[0]?.severity).toBe(
      "error",
    );
  });

  it("warns about a rule that opens everything", () => {
    expect(validatePolicy(engine, `@id("open") permit(principal, action, resource);`, schema)).toEqual([
      { severity: "warning", rule: "open", message: "Rule open lets everybody use every tool." },
    ]);
  });

  it("survives names that try to leave their string", () => {
    const agent = 'x") permit(principal, action, resource); //\n\u2028\u0000\\ 😀 \ud800';
    const config = permissionConfig.parse({
      agent: agent.slice(0, 80),
      rules: [{ tool: "refund", allow: "alone", roles: [agent], approver: agent }],
    });
    const { policies } = rulesToCedar(config, { source: 'p") //', agentId: agent, tools: shopTools });
    const loaded = loadPolicy(engine, policies, schema);
    if (loaded.outcome === "unreadable") throw new Error(JSON.stringify(loaded.findings));
    expect(loaded.policySet.policies.size).toBe(2);
    expect(decide(engine, loaded.policySet, { agentId: "support", tool: "send_email", context: calm }).decision).toBe(
      "deny",
    );
  });
});

describe("visible tools", () => {
  const names = (role: string, agentId = "support"): readonly string[] =>
    visibleTools(engine, policySet, shopTools, { agentId, speaker: { id: "1", name: "Nora", role } }).map(
      ({ name }) => name,
    );

  it("shows what could be allowed, alone or approved", () => {
    expect(names("customer")).toEqual(["look_up_order", "refund", "send_email"]);
    expect(names("guest")).toEqual(["look_up_order", "send_email"]);
    expect(names("customer", "other")).toEqual([]);
  });

  it("shows a tool whose only rule wants outside text or no amount, and hides what cannot be checked", () => {
    const text = `@id("a") permit(principal, action == Action::"refund", resource) when { context.outsideText && !(context has amount) };`;
    const loaded = loadPolicy(engine, text, cedarSchema(shopTools));
    if (loaded.outcome === "unreadable") throw new Error("must load");
    const speaker = { id: "1", name: "Nora", role: "customer" };
    expect(visibleTools(engine, loaded.policySet, shopTools, { speaker }).map(({ name }) => name)).toEqual(["refund"]);
    expect(visibleTools(engine, { ...loaded.policySet, handle: "none" }, shopTools, { speaker })).toEqual([]);
  });
});
