import { judgeCondition, type JsonValue } from "#engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditionRule, ruleProblem, rulesToCel, type ConditionRule } from "./rules.ts";

function holds(rule: Partial<ConditionRule>, value: JsonValue, lower: JsonValue = value): unknown {
  const judged = judgeCondition(rulesToCel([conditionRule.parse(rule)], "all"), { value, lower });
  return judged.ok ? judged.value : judged.problem;
}

describe("one rule", () => {
  test.each<[Partial<ConditionRule>, JsonValue, boolean]>([
    [{ operator: "is", value: "DHL" }, "dhl", true],
    [{ operator: "is", field: "total", value: "40" }, { total: 40 }, true],
    [{ operator: "is", field: "paid", value: "true" }, { paid: true }, true],
    [{ operator: "is", field: "total", value: "40" }, { total: 41 }, false],
    [{ operator: "is-not", field: "total", value: "40" }, {}, true],
    [{ operator: "contains", value: "Refund" }, "i want a refund", true],
    [{ operator: "contains-not", field: "a.b", value: "x" }, { a: {} }, true],
    [{ operator: "starts-with", field: "id", value: "A1" }, { id: "a1001" }, true],
    [{ operator: "more-than", field: "order.total", value: "100" }, { order: { total: 100.5 } }, true],
    [{ operator: "more-than", field: "order.total", value: "100" }, { order: { total: "99" } }, false],
    [{ operator: "less-than", value: "-1.5" }, -2, true],
    [{ operator: "is-set", field: "note" }, { note: "" }, false],
    [{ operator: "is-empty", field: "note" }, {}, true],
    [{ operator: "is-empty", field: "items" }, { items: [1] }, false],
  ])("%j on %j is %s", (rule, value, expected) => {
    expect(holds(rule, value)).toBe(expected);
  });
});

test("all and any", () => {
  const rules = [
    conditionRule.parse({ operator: "contains", value: "a" }),
    conditionRule.parse({ operator: "contains", value: "b" }),
  ];
  const judge = (match: "all" | "any") => judgeCondition(rulesToCel(rules, match), { value: "b", lower: "b" });
  expect(judge("all")).toEqual({ ok: true, value: false });
  expect(judge("any")).toEqual({ ok: true, value: true });
  expect(rulesToCel([], "all")).toBe("false");
});

test("whatever a rule says, it compares and never becomes part of the condition", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((each) => each.trim() !== "");
  fc.assert(
    fc.property(text, text, (field, value) => {
      const name = field.replaceAll(".", "").trim() || "field";
      const held = { [name]: value.trim().toLowerCase() };
      expect(holds({ field: name, operator: "contains", value }, held)).toBe(true);
      expect(holds({ field: name, operator: "is", value }, held)).toBe(true);
      expect(holds({ field: name, operator: "is", value }, { other: 1 })).toBe(false);
    }),
  );
});

test("a rule that cannot be decided is named", () => {
  expect(ruleProblem(conditionRule.parse({ operator: "more-than", value: "many" }))).toContain("needs a number");
  expect(ruleProblem(conditionRule.parse({ operator: "contains" }))).toContain("needs something");
  expect(ruleProblem(conditionRule.parse({ operator: "is-empty" }))).toBeUndefined();
});
