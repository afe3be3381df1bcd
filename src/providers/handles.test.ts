import { expect, test } from "vitest";
import { canPoint, withHandles } from "./handles.ts";

const handle = {
  type: "object",
  properties: { $ref: { type: "string" } },
  required: ["$ref"],
  additionalProperties: false,
};

test("every argument and every entry of a list may be a handle", () => {
  const widened = withHandles({
    inputSchema: {
      type: "object",
      properties: { id: { type: "string" }, to: { type: "array", items: { type: "string" } } },
      required: ["id"],
      additionalProperties: false,
    },
  });
  expect(widened).toEqual({
    type: "object",
    properties: {
      id: { anyOf: [{ type: "string" }, handle] },
      to: { anyOf: [{ type: "array", items: { anyOf: [{ type: "string" }, handle] } }, handle] },
    },
    required: ["id"],
    additionalProperties: false,
  });
});

test("a schema without properties stays as it is", () => {
  expect(withHandles({ inputSchema: { type: "object" } })).toEqual({ type: "object" });
});

test("there is nothing to point at before a tool has answered", () => {
  const request = { model: "m", instructions: "", tools: [], messages: [{ role: "user" as const, text: "Hello" }] };
  expect(canPoint(request)).toBe(false);
  const result = { role: "tool" as const, callId: "c", tool: "find_orders", result: [] };
  expect(canPoint({ ...request, messages: [...request.messages, result] })).toBe(true);
});
