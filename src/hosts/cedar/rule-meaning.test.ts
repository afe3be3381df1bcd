import fc from "fast-check";
import { expect, it } from "vitest";
import { decide, permissionConfig, type PolicyContext, type Rule, rule } from "#pillars/privileges";
import { loadCedar } from "./node.ts";
import { calm, loadRules } from "./shop.fixture.ts";

const euros = fc.constantFrom(0, 50, 100, 100.01, 500, 500.01);

const rules: fc.Arbitrary<Rule> = fc
  .record({
    allow: fc.constantFrom("alone", "ask", "never"),
    amount: fc.option(
      fc.record({
        argument: fc.constant("amount"),
        aloneUpTo: fc.constantFrom(0, 100),
        neverAbove: fc.option(fc.constantFrom(100, 500), { nil: undefined }),
      }),
      { nil: undefined },
    ),
    only: fc.option(
      fc.constantFrom(["invoices"], ["costs", 'a "or" b']).map((values) => ({ argument: "table", values })),
      {
        nil: undefined,
      },
    ),
    uses: fc.record({ count: fc.constantFrom(1, 2), per: fc.constantFrom("turn", "chat", "call") }),
    roles: fc.subarray(["customer", "guest"]),
    requires: fc.record({ ownRecord: fc.boolean(), sameTarget: fc.boolean() }),
  })
  .map((config) => rule.parse({ tool: "refund", ...config }));

const trust = fc.integer({ min: 0, max: 4 });
const contexts: fc.Arbitrary<PolicyContext> = fc
  .record({
    approved: fc.boolean(),
    role: fc.constantFrom("customer", "guest", "stranger"),
    targetTrust: trust,
    idTrust: trust,
    valueTrust: trust,
    ownRecord: fc.boolean(),
    sameTarget: fc.boolean(),
    usedInTurn: fc.integer({ min: 0, max: 2 }),
    usedInChat: fc.integer({ min: 0, max: 2 }),
    table: fc.option(fc.constantFrom("invoices", "costs", 'a "or" b', "payroll")),
    money: fc.option(
      fc.record({
        amount: euros.map((amount) => Math.round(amount * 100)),
        currency: fc.constantFrom("EUR", "EUR", "EUR", "USD"),
      }),
    ),
  })
  .map(({ money, table, ...facts }) => ({ ...calm, ...facts, ...money, ...(table !== null && { choice: table }) }));

type Answer = "allow" | "ask" | "deny";

/** What the sentence of one rule says, without Cedar. */
function meaning(value: Rule, context: PolicyContext): Answer | "forbid" {
  const { amount, requires, roles, uses } = value;
  if (roles.length > 0 && !roles.includes(context.role)) return "deny";
  const isListed = value.only === undefined || value.only.values.includes(context.choice ?? "");
  if (value.allow === "never") return isListed || context.choice === undefined ? "forbid" : "deny";
  const isAmountKnown = amount === undefined || (context.amount !== undefined && context.currency === amount.currency);
  if (amount?.neverAbove !== undefined && (!isAmountKnown || (context.amount ?? 0) > amount.neverAbove * 100))
    return "forbid";
  if (
    !isListed ||
    !isAmountKnown ||
    (requires.ownRecord && !context.ownRecord) ||
    (requires.sameTarget && !context.sameTarget)
  )
    return "deny";
  const used = uses.per === "turn" ? context.usedInTurn : uses.per === "chat" ? context.usedInChat : 0;
  const isLeft = used < uses.count;
  if (value.allow === "ask") return isLeft ? "ask" : "deny";
  const isSmall = amount === undefined || (context.amount ?? 0) <= amount.aloneUpTo * 100;
  const isTrusted = Math.min(context.targetTrust, context.idTrust, context.valueTrust) >= 2;
  return isLeft && isSmall && isTrusted ? "allow" : "ask";
}

function expected(all: readonly Rule[], context: PolicyContext): Answer {
  const answers = all.map((each) => meaning(each, context));
  if (answers.includes("forbid")) return "deny";
  if (answers.includes("allow")) return "allow";
  if (!answers.includes("ask")) return "deny";
  return context.approved ? "allow" : "ask";
}

it("Cedar decides what the sentences say, for any rules and any call", async () => {
  const engine = await loadCedar();
  fc.assert(
    fc.property(fc.array(rules, { maxLength: 3 }), fc.array(contexts, { minLength: 8, maxLength: 8 }), (all, calls) => {
      const policySet = loadRules(engine, permissionConfig.parse({ rules: all }));
      for (const context of calls) {
        const { decision } = decide(engine, policySet, { agentId: "support", tool: "refund", context });
        expect([decision, all, context]).toEqual([expected(all, context), all, context]);
      }
    }),
    { numRuns: 150 },
  );
});

it("every decision comes with a sentence, and less trust never allows more", async () => {
  const engine = await loadCedar();
  const order: readonly Answer[] = ["deny", "ask", "allow"];
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 2 }), contexts, (all, context) => {
      const policySet = loadRules(engine, permissionConfig.parse({ rules: all }));
      const judge = (change: Partial<PolicyContext>) =>
        decide(engine, policySet, { agentId: "support", tool: "refund", context: { ...context, ...change } });
      expect(judge({}).sentence).toMatch(/^[A-Z].*\.$/);
      const distrusted = judge({ targetTrust: 0, idTrust: 0, valueTrust: 0 }).decision;
      expect(order.indexOf(distrusted)).toBeLessThanOrEqual(order.indexOf(judge({}).decision));
    }),
    { numRuns: 60 },
  );
});
