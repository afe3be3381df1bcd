import { applyEdits, parseRunEvent, type LlmRequest } from "#engine";
import { describe, expect, test } from "vitest";
import { drain, nora, openHouse, statusOf } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

// What a model is given to read, and what it costs.

const say = (text: string) => ({ text, speaker: nora });

function lastTool(request: LlmRequest): string | undefined {
  const last = request.messages.at(-1);
  return last?.role === "tool" ? JSON.stringify(last.result) : undefined;
}

describe("what a provider says", () => {
  test("about tokens is a whole number in the log, and nonsense is no way around the limit", async () => {
    for (const figure of [Number.NaN, -5, 2.5, Number.POSITIVE_INFINITY]) {
      const { session } = await openHouse([""], {
        ports: (ports) => ({
          ...ports,
          models: {
            ...ports.models,
            stream: async function* () {
              yield { type: "text", text: "Hello there." };
              yield { type: "finish", reason: "stop", usage: { inputTokens: figure, outputTokens: figure } };
            },
          },
        }),
      });
      await drain(session.send(say("Hello")));
      expect(statusOf(session)).toBe("done");
      expect(session.events().map(parseRunEvent)).not.toContain(undefined);
      const answered = session.events().find(({ kind }) => kind === "llm.response");
      expect(answered).toMatchObject({ attrs: { outputTokens: figure === 2.5 ? 3 : "Hello there.".length } });
    }
  });
});

test("a long chat is told from its newest messages on, whole, and a question first", async () => {
  const told: (readonly { role: string; text?: string }[])[] = [];
  const { session } = await openHouse((request) => {
    told.push(request.messages.map((message) => ({ ...message })));
    return "Yes.";
  });
  for (let at = 0; at < 40; at += 1) await drain(session.send(say(`Question ${at}`)));
  const last = told.at(-1) ?? [];
  expect(last.length).toBeLessThanOrEqual(61);
  expect(last.length).toBeGreaterThan(50);
  expect(last[0]?.role).toBe("user");
  expect(last.at(-1)?.text).toBe("Question 39");
  await drain(session.send(say(`${"long ".repeat(11_000)} A`)));
  await drain(session.send(say(`${"long ".repeat(11_000)} B`)));
  await drain(session.send(say("And now?")));
  expect(told.at(-1)?.map(({ text }) => text?.slice(-1))).toEqual(["B", ".", "?"]);
});

test("a document that was read counts as outside text, in this turn and the next", async () => {
  const flow = shopFlow();
  const shelf = applyEdits({ ...flow, documents: [{ id: "d", title: "Refunds", text: "Refunds take five days." }] }, [
    {
      type: "add-node",
      node: { id: "shelf", type: "knowledge", version: 1, position: { x: 0, y: 0 }, config: { documents: ["d"] } },
    },
    {
      type: "add-edge",
      edge: {
        id: "shelf-agent",
        kind: "attach",
        from: { node: "shelf", port: "guard" },
        to: { node: "agent", port: "knowledge" },
      },
    },
  ]);
  const asks: boolean[] = [];
  const { session } = await openHouse(
    (request) => lastTool(request) ?? { calls: [{ tool: "refund", arguments: { orderId: "A1001", amount: 40 } }] },
    {
      flow: shelf,
      ports: (ports) => ({
        ...ports,
        policy: {
          ...ports.policy,
          isAllowed: (handle, request) => {
            asks.push(request.context["outsideText"] === true);
            return ports.policy.isAllowed(handle, request);
          },
        },
      }),
    },
  );
  await drain(session.send(say("Refund 40 EUR for A1001, how long do refunds take?")));
  expect(asks.length).toBeGreaterThan(0);
  expect(asks).not.toContain(false);
});
