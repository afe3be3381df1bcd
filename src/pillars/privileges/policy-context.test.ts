import { describe, expect, it } from "vitest";
import type { Integrity, JsonObject, ToolSpec } from "#engine";
import { callConstraints, type CallFacts, noGrants, policyContext, rule } from "./index.ts";

const spec: ToolSpec = {
  name: "refund",
  title: "Refund",
  description: "",
  effect: "pay",
  inputSchema: {},
  roles: { orderId: "id", amount: "value", card: "target", note: "content" },
  resultOrigins: {},
  sentence: "",
};

function facts(
  args: JsonObject,
  integrity: Readonly<Record<string, Integrity>>,
  change: Partial<CallFacts> = {},
): CallFacts {
  return {
    spec,
    arguments: args,
    traced: Object.fromEntries(
      Object.entries(integrity).map(([path, level]) => [
        path,
        { label: { integrity: level, sources: [] }, origin: { kind: "user", title: "" } } as const,
      ]),
    ),
    speaker: { id: "nora", name: "Nora", role: "customer" },
    rules: [rule.parse({ tool: "refund", allow: "alone", amount: { argument: "amount", aloneUpTo: 100 } })],
    ownRecord: false,
    sameTarget: false,
    outsideText: false,
    control: "author",
    grants: noGrants,
    runId: "r1",
    stepKey: "t1/agent/0",
    now: 0,
    approved: false,
    ...change,
  };
}

describe("the facts a policy sees", () => {
  it("takes the least trusted argument of each role", () => {
    const context = policyContext(
      facts(
        { orderId: "A1", card: ["x", "y"], amount: 1 },
        { orderId: "resolved", "card.0": "author", "card.1": "structured", amount: "user" },
      ),
    );
    expect(context).toMatchObject({ idTrust: 2, targetTrust: 1, valueTrust: 3, role: "customer", effect: "pay" });
  });

  it("trusts fully what is not there, and not at all what was not traced or has no role", () => {
    expect(policyContext(facts({}, {}))).toMatchObject({ idTrust: 4, targetTrust: 4, valueTrust: 4 });
    expect(policyContext(facts({ orderId: "A1" }, {})).idTrust).toBe(0);
    expect(policyContext(facts({ surprise: "x" }, { surprise: "untrusted" })).targetTrust).toBe(0);
  });

  it("reads the amount in hundredths and the currency of the call", () => {
    expect(policyContext(facts({ amount: 100.01 }, {}))).toMatchObject({ amount: 10_001, currency: "EUR" });
    expect(policyContext(facts({ amount: "5", currency: "usd" }, {}))).toMatchObject({ amount: 500, currency: "USD" });
  });

  it.each<[string, JsonObject, Partial<CallFacts>]>([
    ["no amount", {}, {}],
    ["no number", { amount: "lots" }, {}],
    ["a negative amount", { amount: -1 }, {}],
    [
      "no currency where the tool takes one",
      { amount: 1 },
      { spec: { ...spec, roles: { ...spec.roles, currency: "flag" } } },
    ],
    [
      "rules that disagree",
      { amount: 1 },
      {
        rules: ["amount", "total"].map((argument) =>
          rule.parse({ tool: "refund", allow: "alone", amount: { argument, aloneUpTo: 1 } }),
        ),
      },
    ],
    [
      "rules in two currencies",
      { amount: 1 },
      {
        rules: ["EUR", "USD"].map((currency) =>
          rule.parse({ tool: "refund", allow: "alone", amount: { argument: "amount", currency, aloneUpTo: 1 } }),
        ),
      },
    ],
  ])("leaves the amount out: %s", (_, args, change) => {
    const context = policyContext(facts(args, {}, change));
    expect([context.amount, context.currency]).toEqual([undefined, undefined]);
  });
});

describe("what a grant for one call holds fast", () => {
  it("is who, what and how much, and every argument without a role", () => {
    const args = { orderId: "A1", amount: 5, note: "hello", surprise: ["x"] };
    expect(callConstraints(spec, args)).toEqual([
      { argument: "orderId", kind: "equals", value: "A1" },
      { argument: "amount", kind: "equals", value: 5 },
      { argument: "surprise", kind: "equals", value: ["x"] },
    ]);
  });
});
