import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonObject } from "#engine";
import { registry } from "#nodes";
import {
  decide,
  type PolicyContext,
  permissionConfig,
  type RecordedUse,
  type Rule,
  rule,
  smallerRules,
} from "#pillars/privileges";
import { templates } from "#templates";
import { loadCedar } from "./node.ts";
import { calm, loadRules } from "./shop.fixture.ts";

const rules: fc.Arbitrary<Rule> = fc
  .record({
    allow: fc.constantFrom("alone", "ask", "never"),
    amount: fc.option(
      fc.record(
        {
          argument: fc.constant("amount"),
          aloneUpTo: fc.constantFrom(0, 60, 100),
          neverAbove: fc.constantFrom(100, 120),
        },
        { requiredKeys: ["argument", "aloneUpTo"] },
      ),
      { nil: undefined },
    ),
    requires: fc.record({ ownRecord: fc.boolean(), sameTarget: fc.boolean() }),
    uses: fc.record({ count: fc.constantFrom(1, 2, 3), per: fc.constantFrom("turn", "chat", "call") }),
    roles: fc.subarray(["customer", "lead"]),
  })
  .map((config) => rule.parse({ tool: "refund", ...config }));

const uses: fc.Arbitrary<RecordedUse> = fc.record({
  step: fc.constant("agent"),
  tool: fc.constant("refund"),
  role: fc.constantFrom("customer", "lead"),
  isAlone: fc.boolean(),
  turn: fc.constantFrom("t1", "t2"),
  arguments: fc.constantFrom(0, 7.31, 55.5, 99).map((amount) => ({ amount })),
});

const contexts: fc.Arbitrary<PolicyContext> = fc
  .record({
    approved: fc.constant(false),
    role: fc.constantFrom("customer", "lead", "stranger"),
    usedInTurn: fc.integer({ min: 0, max: 3 }),
    usedInChat: fc.integer({ min: 0, max: 3 }),
    amount: fc.constantFrom(0, 731, 740, 5550, 5600, 5601, 6000, 9900, 10_000, 10_001, 12_001),
    currency: fc.constantFrom("EUR", "USD"),
    ownRecord: fc.boolean(),
    idTrust: fc.constantFrom(0, 3),
  })
  .map((facts) => ({ ...calm, ...facts }));

const order = ["deny", "ask", "allow"];

it("nothing that is proposed allows more than what it replaces", async () => {
  const engine = await loadCedar();
  const template = templates.find(({ id }) => id === "support-refunds")?.flow;
  if (template === undefined) throw new Error("The template is missing.");
  fc.assert(
    fc.property(
      fc.array(rules, { minLength: 1, maxLength: 2 }),
      fc.array(fc.array(uses, { maxLength: 4 }), { maxLength: 3 }),
      fc.array(contexts, { minLength: 8, maxLength: 8 }),
      (before, chats, calls) => {
        const config = jsonObject.parse(JSON.parse(JSON.stringify(permissionConfig.parse({ rules: before }))));
        const nodes = template.nodes.map((node) => (node.type === "permission" ? { ...node, config } : node));
        const changes = smallerRules({ ...template, nodes }, registry, chats);
        const after = before.map((each, at) => changes.find(({ index }) => index === at)?.after ?? each);
        const sets = [before, after].map((each) => loadRules(engine, permissionConfig.parse({ rules: each })));
        for (const context of calls) {
          const [was, is] = sets.map((policySet) =>
            order.indexOf(decide(engine, policySet, { agentId: "support", tool: "refund", context }).decision),
          );
          expect(is).toBeLessThanOrEqual(was ?? -1);
        }
      },
    ),
    { numRuns: 40 },
  );
});
