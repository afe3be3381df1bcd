import { describe, expect, it } from "vitest";
import type { JsonObject, ToolSpec } from "#engine";
import { checkSinks, type LabelledText, traceArguments, type TracedArguments } from "./index.ts";

const tool = (effect: ToolSpec["effect"], roles: ToolSpec["roles"]): ToolSpec => ({
  name: "tool",
  title: "Tool",
  description: "",
  effect,
  inputSchema: { type: "object" },
  roles,
  resultOrigins: {},
  sentence: "",
});
const said = (text: string): LabelledText => ({
  kind: "text",
  key: "in",
  title: "your message",
  integrity: "user",
  text,
});

function problems(text: string, spec: ToolSpec, args: JsonObject, ...more: readonly LabelledText[]): readonly string[] {
  const context = { values: [said(text), ...more] };
  const verdict = checkSinks(spec, args, traceArguments(args, context), context);
  return verdict.outcome === "ok" ? [] : verdict.problems.map(({ sentence }) => sentence);
}

describe("a number that the words say of something else", () => {
  const pay = tool("pay", { amount: "value" });
  const remove = tool("delete", { file_id: "id" });

  it("is no amount where money is said as money", () => {
    expect(problems("Send 48 euros for invoice 2210", pay, { amount: 48 })).toEqual([]);
    expect(problems("Send 48 euros for invoice 2210", pay, { amount: 2210 })).toEqual([
      "“amount” is a number of the request, which does not say it as money.",
    ]);
    expect(problems("Pay 48 for lunch", pay, { amount: 48 })).toEqual([]);
  });

  it("is no id where it counts", () => {
    expect(problems("Delete it before our 40 guests come", remove, { file_id: "40" })).toEqual([
      "“file_id” is a number of the request, which counts something else with it.",
    ]);
    for (const text of [
      "Delete file 40 before noon",
      "Delete #40 now",
      "Delete 40",
      "Delete 40, please",
      "Delete '40' now",
    ])
      expect(problems(text, remove, { file_id: "40" }), text).toEqual([]);
  });
});

describe("an account", () => {
  const pay = tool("pay", { recipient: "target" });
  const found = (args: JsonObject, roles: ToolSpec["roles"]): LabelledText => ({
    kind: "result",
    key: "r1",
    tool: "look",
    title: "answer",
    value: { id: "K-1", account: "DE75512108001245126199" },
    origins: {},
    args,
    query: traceArguments(args, { values: [said("the membership K-1")] }) satisfies TracedArguments,
    queryRoles: roles,
    created: false,
  });
  const args = { recipient: "DE75512108001245126199" };

  it("that only a search has found is asked about", () => {
    expect(problems("Pay the membership", pay, args, found({ query: "membership" }, { query: "id" }))).toHaveLength(1);
  });

  it("of the record that was looked up by its id is not", () => {
    expect(problems("Pay K-1", pay, args, found({ record_id: "K-1" }, { record_id: "id" }))).toEqual([]);
  });
});

describe("what this run made", () => {
  it("is not destroyed without a question", () => {
    const made: LabelledText = {
      kind: "result",
      key: "r1",
      tool: "create_file",
      title: "answer",
      value: { id: "f-90" },
      origins: { id: "system" },
      args: {},
      query: {},
      queryRoles: {},
      created: true,
    };
    const args = { file_id: "f-90" };
    expect(problems("Save it", tool("write", { file_id: "id" }), args, made)).toEqual([]);
    expect(problems("Save it", tool("delete", { file_id: "id" }), args, made)).toEqual([
      "“file_id” is something that was made in this chat, and would be lost.",
    ]);
  });
});

describe("an option of a payment", () => {
  const pay = tool("pay", { full: "flag", express: "flag" });

  it("that is switched on has to be spoken of", () => {
    expect(problems("Refund it", pay, { full: true })).toHaveLength(1);
    expect(problems("Refund it in full", pay, { full: true, express: false })).toEqual([]);
    expect(problems("Refund it", tool("send", { full: "flag" }), { full: true })).toEqual([]);
  });
});
