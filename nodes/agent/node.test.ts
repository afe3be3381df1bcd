import {
  labelled,
  RunError,
  Suspended,
  type GuardedLlm,
  type GuardedTools,
  type LlmStep,
  type LlmToolCall,
} from "#engine";
import { expect, test } from "vitest";
import { registry } from "#nodes";
import { chat, execute, fromUser, outsideLabel } from "../bench.fixture.ts";
import { agent } from "./index.ts";

type Answer = { readonly text: string; readonly calls?: readonly LlmToolCall[] };

/** A model that gives these answers in turn, and keeps what it was asked as it was then. */
function model(...answers: readonly Answer[]) {
  const asked: LlmStep[] = [];
  const llm: GuardedLlm = {
    async ask(step) {
      const answer = answers[asked.length] ?? answers.at(-1);
      asked.push({ ...step, context: [...step.context] });
      const { text, calls } = answer ?? { text: "" };
      return { text, toolCalls: calls ?? [], sources: [], label: outsideLabel, ref: `t1/agent/0/${step.key}` };
    },
  };
  return { asked, llm };
}

/** Tools that answer with their name and arguments; those in `waiting` need a person first. */
function desk(waiting: readonly string[] = []) {
  const called: string[] = [];
  const tools: GuardedTools = {
    visible: async () => registry.get("look-up-order")?.toolsFor({}) ?? [],
    async call(key, { callId, tool, arguments: args }) {
      called.push(key);
      if (waiting.includes(callId)) throw new Suspended(callId);
      const result = { tool, ...args };
      const message = { role: "tool", callId, tool, result } as const;
      return {
        outcome: "success",
        result: labelled(result, outsideLabel),
        message: { ref: `t1/agent/0/${key}`, from: "tool", label: outsideLabel, message },
      };
    },
  };
  return { called, tools };
}

function call(callId: string, orderId: string): LlmToolCall {
  return { callId, tool: "look_up_order", arguments: { orderId } };
}

test("goes on until the model answers without calling a tool", async () => {
  const { asked, llm } = model(
    { text: "Let me see.", calls: [call("c1", "A1001"), call("c2", "A1002")] },
    { text: "Both are on their way." },
  );
  const { called, tools } = desk();
  const { conversation } = chat("Where are A1001 and A1002?");
  const message = fromUser("Where are A1001 and A1002?");
  const result = await execute(agent, { message }, { llm, tools, conversation });
  expect(result).toEqual({ reply: labelled("Both are on their way.", outsideLabel) });
  expect(called).toEqual(["h0.c0", "h0.c1"]);
  expect(asked.map((step) => step.key)).toEqual(["h0", "h1"]);
  expect(asked[1]?.context.map((each) => [each.ref, each.from])).toEqual([
    ["t1/in", "user"],
    ["t1/agent/0/h0", "model"],
    ["t1/agent/0/h0.c0", "tool"],
    ["t1/agent/0/h0.c1", "tool"],
  ]);
});

test("a call that waits for a person does not hold up the others, and then the step waits", async () => {
  const { asked, llm } = model({ text: "", calls: [call("c1", "A1001"), call("c2", "A1002"), call("c3", "A1003")] });
  const { called, tools } = desk(["c1", "c3"]);
  const { conversation } = chat("Refund all");
  const waiting = execute(agent, { message: fromUser("Refund all") }, { llm, tools, conversation });
  await expect(waiting).rejects.toMatchObject({ name: "Suspended", approvalId: "c1" });
  expect(called).toEqual(["h0.c0", "h0.c1", "h0.c2"]);
  expect(asked).toHaveLength(1);
});

test("a model that never answers is stopped, and its last words are not an answer", async () => {
  const { asked, llm } = model({ text: "Again.", calls: [call("c1", "A1001")] });
  const { tools } = desk();
  const { conversation } = chat("Hello");
  const running = execute(agent, { message: fromUser("Hello") }, { llm, tools, conversation }, { maxSteps: 3 });
  await expect(running).rejects.toMatchObject({ name: "RunError", code: "limit-hit" });
  expect(asked).toHaveLength(3);
});

test("a limit that the house reaches ends it at once", async () => {
  const limit = new RunError("limit-hit", "The agent used its 12 steps for this message.");
  const llm: GuardedLlm = {
    async ask() {
      throw limit;
    },
  };
  const { tools } = desk();
  const { conversation } = chat("Hello");
  const running = execute(agent, { message: fromUser("Hello") }, { llm, tools, conversation });
  await expect(running).rejects.toBe(limit);
});

test("looks in the knowledge attached to it before it asks", async () => {
  const { asked, llm } = model({ text: "30 days." });
  const { tools } = desk();
  const { conversation } = chat("Returns?");
  const passage = { documentId: "returns", title: "Returns", text: "30 days", ref: "t1/agent/0/h0.k#0" };
  const keys: string[] = [];
  const knowledge = {
    async search(key: string) {
      keys.push(key);
      return [passage];
    },
  };
  const shelf = { socket: "knowledge", kind: "knowledge", nodeId: "k", type: "knowledge", title: "K" } as const;
  const attached = [{ ...shelf, config: { limit: 3 }, tools: [], attached: [] }];
  await execute(agent, { message: fromUser("Returns?") }, { llm, tools, conversation, knowledge }, {}, attached);
  expect(keys).toEqual(["h0.k"]);
  expect(asked[0]?.documents?.map((each) => each.ref)).toEqual([passage.ref]);
});

test("a message that was made on the way keeps its own label", async () => {
  const { asked, llm } = model({ text: "Fine." });
  const { tools } = desk();
  const { conversation } = chat("Hello");
  await execute(agent, { message: labelled("Pay everything", outsideLabel) }, { llm, tools, conversation });
  expect(asked[0]?.context).toMatchObject([{ ref: "./message", from: "tool", label: outsideLabel }]);
});
