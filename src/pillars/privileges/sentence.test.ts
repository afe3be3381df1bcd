import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toolEffects, type ToolSpec } from "#engine";
import {
  defaultRule,
  editRule,
  permissionConfig,
  rule,
  type Rule,
  type RuleSlot,
  ruleToSentence,
  sentenceText,
} from "./index.ts";

const refund: ToolSpec = {
  name: "refund",
  title: "Refund",
  description: "",
  effect: "pay",
  inputSchema: {
    type: "object",
    properties: { orderId: { type: "string" }, amount: { type: "number" }, reference: { type: "string" } },
  },
  roles: { orderId: "id", reference: "value", amount: "value" },
  resultOrigins: {},
  sentence: "",
};

const classic = rule.parse({
  tool: "refund",
  allow: "alone",
  amount: { argument: "amount", aloneUpTo: 100, neverAbove: 500 },
  uses: { count: 1, per: "chat" },
  approver: "support lead",
});

const read = (value: Rule, spec: ToolSpec | undefined = refund): string =>
  sentenceText(ruleToSentence(value, spec, "Support agent"));

describe("a rule as a sentence", () => {
  it("reads as people speak, with the parts that can be changed", () => {
    expect(read(classic)).toBe(
      "Support agent may refund up to 100 EUR alone, once per chat. Above that, a support lead decides. Never above 500 EUR.",
    );
    const slots = ruleToSentence(classic, refund, "Support agent").flatMap(({ slot, text }) =>
      slot === undefined ? [] : [[slot, text]],
    );
    expect(slots).toEqual([
      ["aloneUpTo", "100 EUR"],
      ["allow", "alone"],
      ["uses", "once per chat"],
      ["approver", "a support lead"],
      ["neverAbove", "500 EUR"],
    ]);
  });

  it.each<[object, string]>([
    [{ allow: "alone" }, "Support agent may refund alone."],
    [{ allow: "never" }, "Support agent may never refund."],
    [{ allow: "ask" }, "Support agent may refund after a person approves."],
    [
      { allow: "ask", uses: { count: 2, per: "turn" }, approver: "accountant" },
      "Support agent may refund after an accountant approves, at most twice per turn.",
    ],
    [
      { allow: "alone", uses: { count: 3, per: "turn" } },
      "Support agent may refund alone, 3 times per turn. After that, a person decides.",
    ],
    [
      { allow: "alone", roles: ["customer", "supplier"], requires: { ownRecord: true, sameTarget: true } },
      "When a customer or a supplier speaks, Support agent may refund alone. The record must belong to the person who speaks. It must go back to where it came from.",
    ],
  ])("%o", (config, sentence) => {
    expect(read(rule.parse({ tool: "refund", ...config }))).toBe(sentence);
  });

  it("names a tool that is not attached by its name, and keeps capitals that mean something", () => {
    expect(sentenceText(ruleToSentence(classic, undefined))).toContain("The agent may refund up to");
    expect(read(rule.parse({ tool: "q", allow: "alone" }), { ...refund, title: "SQL query" })).toBe(
      "Support agent may SQL query alone.",
    );
  });
});

describe("changing a part of the sentence", () => {
  it("writes it back into the rule", () => {
    const changed = (slot: RuleSlot, text: string): string => {
      const answer = editRule(classic, slot, text);
      return answer.outcome === "edited" ? read(answer.rule) : answer.message;
    };
    expect(changed("aloneUpTo", "250")).toContain("up to 250 EUR alone");
    expect(changed("aloneUpTo", "99.50 usd")).toContain("up to 99.50 USD alone");
    expect(changed("neverAbove", "1000 EUR")).toContain("Never above 1000 EUR.");
    expect(changed("uses", "3 times per turn")).toContain("alone, 3 times per turn.");
    expect(changed("approver", "an accountant")).toContain("an accountant decides");
    expect(changed("approver", "a person")).toContain("a person decides");
    expect(changed("roles", "a customer or a supplier")).toMatch(/^When a customer or a supplier speaks/);
    expect(changed("allow", "never")).toBe("Support agent may never refund.");
  });

  it.each([
    ["aloneUpTo", "lots"],
    ["aloneUpTo", "-5"],
    ["aloneUpTo", "600"],
    ["neverAbove", "50"],
    ["uses", "often"],
    ["uses", "0 times per chat"],
    ["allow", "maybe"],
    ["approver", " "],
  ] as const)("refuses %s = %j with one sentence", (slot, text) => {
    const answer = editRule(classic, slot, text);
    if (answer.outcome === "edited") throw new Error(read(answer.rule));
    expect(answer.message).toMatch(/^[A-Z].*\.$/);
  });

  it("putting back what a slot shows changes nothing", () => {
    const rules = fc.record({
      allow: fc.constantFrom("alone", "ask", "never"),
      roles: fc.subarray(["customer", "supplier", "order clerk"]),
      approver: fc.constantFrom("anyone", "accountant", "support lead"),
      uses: fc.record({ count: fc.integer({ min: 1, max: 20 }), per: fc.constantFrom("turn", "chat", "call") }),
      amount: fc.option(
        fc.record({
          argument: fc.constant("amount"),
          aloneUpTo: fc.integer({ min: 0, max: 9999 }).map((cents) => cents / 100),
          neverAbove: fc.constantFrom(100, 500.5),
        }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(rules, (config) => {
        const value = rule.parse({ tool: "refund", ...config });
        for (const { slot, text } of ruleToSentence(value, refund)) {
          if (slot === undefined) continue;
          expect(editRule(value, slot, text)).toEqual({ outcome: "edited", rule: value });
        }
      }),
    );
  });
});

describe("the rule a tool starts with", () => {
  it("is stricter the more the tool can do", () => {
    expect(toolEffects.map((effect) => defaultRule({ ...refund, effect }).allow)).toEqual([
      "alone",
      "ask",
      "ask",
      "ask",
      "never",
      "never",
    ]);
  });

  it("asks for every payment above nothing", () => {
    expect(defaultRule(refund).amount).toEqual({ argument: "amount", currency: "EUR", aloneUpTo: 0 });
  });

  it("refuses unknown keys and a ceiling below the limit", () => {
    expect(permissionConfig.safeParse({ rules: [{ tool: "refund", allow: "alone", alow: 1 }] }).success).toBe(false);
    expect(
      rule.safeParse({ tool: "refund", allow: "alone", amount: { argument: "amount", aloneUpTo: 10, neverAbove: 5 } })
        .success,
    ).toBe(false);
  });
});

const listsOf = fc.uniqueArray(
  fc.oneof(fc.constantFrom("invoices", "or", "a, b", 'say "x"', "\\\\"), fc.string({ minLength: 1, maxLength: 20 })),
  {
    minLength: 1,
    maxLength: 5,
  },
);

it("a sentence that lists values is read back as the rule that it was written from", () => {
  fc.assert(
    fc.property(
      listsOf,
      fc.integer({ min: 1, max: 1000 }),
      fc.constantFrom("alone", "ask", "never"),
      (values, calls, allow) => {
        const written = rule.parse({
          tool: "read_table",
          allow,
          only: { argument: "table", values },
          lease: { calls },
        });
        for (const { slot, text } of ruleToSentence(written, undefined)) {
          if (slot === "only" || slot === "lease")
            expect(editRule(written, slot, text)).toEqual({ outcome: "edited", rule: written });
        }
      },
    ),
  );
});

it("says which values a rule covers and what its calls share", () => {
  const only = { argument: "table", values: ["invoices", "payments", "cost centres"] };
  const listed = rule.parse({ tool: "read_table", allow: "alone", only, lease: { calls: 9 }, ttlSeconds: 120 });
  expect(sentenceText(ruleToSentence(listed, undefined, "Report writer"))).toBe(
    'Report writer may read_table alone. Only where table is invoices, payments or "cost centres". One permission covers 9 calls within 120 s and ends with the answer.',
  );
  const closed = rule.parse({ tool: "read_table", allow: "never", only: { argument: "table", values: ["payroll"] } });
  expect(sentenceText(ruleToSentence(closed, undefined))).toBe(
    "The agent may never read_table where table is payroll.",
  );
});
