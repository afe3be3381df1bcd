import { expect, test } from "vitest";
import { callOf } from "./call-of.ts";

test("a call names what a tool must be given, and stays one statement whatever the names hold", () => {
  const inputSchema = {
    type: "object",
    properties: {
      orderId: { type: "string" },
      amount: { type: "number" },
      note: { type: "string" },
      isFinal: { type: "boolean" },
      'a"b': { type: "array" },
    },
    required: ["orderId", "amount", "isFinal", 'a"b'],
  };
  expect(callOf({ name: "refund", inputSchema }, "typescript")).toBe(
    'const answer = await host.call("refund", { orderId: "", amount: 0, isFinal: false, "a\\"b": [] });\n',
  );
  expect(callOf({ name: "refund", inputSchema }, "python")).toBe(
    'answer = await host.call("refund", {"orderId": "", "amount": 0, "isFinal": False, "a\\"b": []})\n',
  );
  expect(callOf({ name: "list", inputSchema: {} }, "javascript")).toBe('const answer = await host.call("list", {});\n');
  expect(callOf({ name: "list", inputSchema: {} }, "python")).toBe('answer = await host.call("list", {})\n');
  expect(callOf({ name: "list", inputSchema: {} }, "sql")).toBeUndefined();
});
