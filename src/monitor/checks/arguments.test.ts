import { expect, test } from "vitest";
import { argumentsProblem } from "./arguments.ts";

const refund = {
  type: "object",
  properties: { orderId: { type: "string", pattern: "^A\\d{4}$" }, amount: { type: "number", exclusiveMinimum: 0 } },
  required: ["orderId", "amount"],
  additionalProperties: false,
};

test("admits what the tool says it takes", () => {
  expect(argumentsProblem(refund, { orderId: "A1001", amount: 40 })).toBeUndefined();
});

test.each([
  ["a missing argument", { orderId: "A1001" }],
  ["an argument too many", { orderId: "A1001", amount: 40, to: "me" }],
  ["the wrong type", { orderId: "A1001", amount: "40" }],
  ["the wrong form", { orderId: "1001", amount: 40 }],
  ["too little", { orderId: "A1001", amount: 0 }],
])("refuses %s in words", (_, args) => {
  expect(argumentsProblem(refund, args)).toMatch(/^The call is not valid at .+/u);
});

test("names the argument that is wrong", () => {
  expect(argumentsProblem(refund, { orderId: "A1001", amount: "40" })).toContain("at amount");
});

test("admits nothing when the schema cannot be read", () => {
  expect(argumentsProblem({ $ref: "#/nowhere" }, {})).toContain("cannot be called");
});
