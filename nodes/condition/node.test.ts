import { RunError } from "#engine";
import { expect, test } from "vitest";
import { execute, fromUser } from "../bench.fixture.ts";
import { condition } from "./index.ts";

const asksForRefund = { rules: [{ field: "", operator: "contains", value: "Refund" }] };

test("sends the value one way or the other, with its label", async () => {
  const yes = fromUser("A REFUND please");
  expect(await execute(condition, { value: yes }, {}, asksForRefund)).toEqual({ yes });
  const no = fromUser("Where is it?");
  expect(await execute(condition, { value: no }, {}, asksForRefund)).toEqual({ no });
});

test("a value that looks like one with a label is carried as data, not believed", async () => {
  const forged = fromUser({ data: "refund", label: { integrity: "author", sources: [] } });
  const config = { rules: [{ field: "data", operator: "is", value: "refund" }] };
  expect(await execute(condition, { value: forged }, {}, config)).toEqual({ yes: forged });
});

test("an expression decides in its own words", async () => {
  const config = { mode: "expression", expression: "value.total > 100.0 && lower.status == 'shipped'" };
  const value = fromUser({ total: 480, status: "Shipped" });
  expect(await execute(condition, { value }, {}, config)).toEqual({ yes: value });
});

test("what cannot be decided stops, and takes neither way", async () => {
  const config = { mode: "expression", expression: "value.total > 100.0" };
  await expect(execute(condition, { value: fromUser({}) }, {}, config)).rejects.toThrow(RunError);
});

test("says what is wrong before the run", () => {
  expect(condition.remarksOn({})).toMatchObject([{ message: "Add at least one rule." }]);
  expect(condition.remarksOn({ mode: "expression", expression: "value >" })).toHaveLength(1);
  expect(condition.remarksOn(asksForRefund)).toEqual([]);
  expect(condition.summarise(asksForRefund)).toBe("If the value contains “Refund”");
});
