import { labelled, type Attached, type JsonValue, type Label, type LlmToolCall } from "#engine";
import { registry } from "#nodes";
import { expect, test } from "vitest";
import { execute, fromUser, userLabel } from "../bench.fixture.ts";
import { argumentsFrom } from "./arguments.ts";
import { readGiven } from "./given.ts";
import { useTool } from "./index.ts";

const tool: Attached = {
  socket: "tool",
  kind: "tool",
  nodeId: "refund",
  type: "refund",
  title: "Refund",
  config: {},
  tools: registry.get("refund")?.toolsFor({}) ?? [],
  attached: [],
};

function tools(outcome: "success" | "denied") {
  const calls: { call: LlmToolCall; given: Readonly<Record<string, Label>> | undefined }[] = [];
  const outside: Label = { integrity: "untrusted", sources: [] };
  return {
    calls,
    tools: {
      visible: async () => [],
      async call(_key: string, call: LlmToolCall, given?: Readonly<Record<string, Label>>) {
        calls.push({ call, given });
        const result = labelled({ done: outcome }, outside);
        const message = { role: "tool", callId: "call", tool: call.tool, result: {} } as const;
        return { outcome, result, message: { ref: "r", from: "tool", label: outside, message } } as const;
      },
    },
  };
}

const given = "orderId: {{ value.order.id }}\namount: 40\nreason: As agreed";

test("gives fields as they are and its own text, each with what it is worth", async () => {
  const host = tools("success");
  const result = await execute(useTool, { value: fromUser({ order: { id: "A1001" } }) }, host, { purpose: "", given }, [
    tool,
  ]);
  expect(host.calls).toEqual([
    {
      call: { callId: "call", tool: "refund", arguments: { orderId: "A1001", amount: 40, reason: "As agreed" } },
      given: {
        orderId: userLabel,
        amount: { integrity: "author", sources: [] },
        reason: { integrity: "author", sources: [] },
      },
    },
  ]);
  expect(Object.keys(result)).toEqual(["result"]);
});

test("what was refused takes the other way", async () => {
  const value = fromUser({ order: { id: "A1001" } });
  expect(Object.keys(await execute(useTool, { value }, tools("denied"), { given }, [tool]))).toEqual(["refused"]);
});

test("does not call a tool with what that does not take", async () => {
  const host = tools("success");
  await expect(execute(useTool, { value: fromUser({}) }, host, { given: "to: me" }, [tool])).rejects.toThrow(
    "does not take",
  );
  expect(host.calls).toEqual([]);
});

test.each([
  ["nothing here", "is none"],
  ["a: 1\na: 2", "a is given twice."],
  ["a: {{ value.x }} and more", "a field alone"],
  ["a: {{ value.x | upcase }}", "a field alone"],
  ["a: {{ other }}", "a field alone"],
])("says what is wrong with %j", (lines, problem) => {
  expect(readGiven(lines)).toContain(problem);
  expect(useTool.remarksOn({ given: lines })).toMatchObject([{ severity: "error" }]);
});

test.each<[string, JsonValue | undefined]>([
  ["rows", [{ n: 1 }]],
  ["rows.0.n", 1],
  ["rows.1", undefined],
  ["rows.length", undefined],
  ["toString", undefined],
  ["__proto__", undefined],
])("finds %s and nothing that objects have of themselves", (path, expected) => {
  const [spec] = tool.tools;
  if (spec === undefined) throw new Error("The tool is missing.");
  const read = readGiven(`orderId: {{ value.${path} }}`);
  if (typeof read === "string") throw new Error(read);
  expect(argumentsFrom(read, { rows: [{ n: 1 }] }, userLabel, spec).args["orderId"]).toEqual(expected);
});
