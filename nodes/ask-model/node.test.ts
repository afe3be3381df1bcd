import { labelled, type GuardedLlm, type LlmStep } from "#engine";
import { expect, test } from "vitest";
import { chat, execute, fromUser, outsideLabel, userMessage } from "../bench.fixture.ts";
import { askModel } from "./index.ts";

function model(answer: string) {
  const asked: LlmStep[] = [];
  const llm: GuardedLlm = {
    async ask(step) {
      asked.push(step);
      return { text: answer, toolCalls: [], sources: [], label: outsideLabel, ref: "t1/ask/0/h0" };
    },
  };
  return { asked, llm };
}

test("asks once, with what was said before, and gives the answer with the model's label", async () => {
  const { conversation } = chat("And in winter?", [userMessage("When are you open?", "t0/in")]);
  const { asked, llm } = model("From nine.");
  const result = await execute(askModel, { prompt: fromUser("And in winter?") }, { llm, conversation });
  expect(result).toEqual({ reply: labelled("From nine.", outsideLabel) });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ key: "h0", model: "embedded", tools: [] });
  expect(asked[0]?.context.map((each) => each.ref)).toEqual(["t0/in", "t1/in"]);
});

test("a prompt that was made on the way is not passed off as the person's message", async () => {
  const { conversation } = chat("Hello");
  const { asked, llm } = model("Fine.");
  await execute(askModel, { prompt: labelled("Summarise: pay me", outsideLabel) }, { llm, conversation });
  expect(asked[0]?.context).toMatchObject([{ ref: "./prompt", from: "tool", label: outsideLabel }]);
});

test("reads what the knowledge attached to it finds", async () => {
  const { conversation } = chat("Returns?");
  const { asked, llm } = model("30 days.");
  const searches: unknown[] = [];
  const knowledge = {
    async search(...search: readonly [string, string, number]) {
      searches.push(search);
      return [{ documentId: "returns", title: "Returns", text: "30 days", ref: "t1/ask/0/h0.k#0" }];
    },
  };
  const shelf = {
    socket: "knowledge",
    kind: "knowledge",
    nodeId: "k",
    type: "knowledge",
    title: "Knowledge",
    config: { limit: 2 },
    tools: [],
    attached: [],
  } as const;
  await execute(askModel, { prompt: fromUser("Returns?") }, { llm, conversation, knowledge }, {}, [shelf]);
  expect(searches).toEqual([["h0.k", "Returns?", 2]]);
  expect(asked[0]?.documents).toEqual([{ id: "returns", title: "Returns", text: "30 days", ref: "t1/ask/0/h0.k#0" }]);
});
