import { expect, test } from "vitest";
import { callOf } from "./call-of.ts";

test("a call names what a tool must be given, and stays one statement whatever the names hold", () => {
  const inputSchema = {
    type: "object",
    properties: {
      orderId: { type: "string" },
      amount: { type: "number" },
      note: { type: "string" },
      'a"b': { type: "array" },
    },
    required: ["orderId", "amount", 'a"b'],
  };
  expect(callOf({ name: "refund", inputSchema })).toBe(
    'const answer = await host.call("refund", { orderId: "", amount: 0, "a\\"b": [] });\n',
  );
  expect(callOf({ name: "list", inputSchema: {} })).toBe('const answer = await host.call("list", {});\n');
});
