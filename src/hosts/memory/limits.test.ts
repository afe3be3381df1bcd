import type { LlmRequest } from "#engine";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { drain, nora, openHouse, statusOf, type House } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

// Limits that are counted for the whole run know what earlier messages have used.

const look = (orderId: string): ScriptedTurn => ({ calls: [{ tool: "look_up_order", arguments: { orderId } }] });

async function twoTurns({ session }: House): Promise<readonly string[]> {
  const ends: string[] = [];
  for (const text of ["Where is A1001?", "And A1007?"]) {
    await drain(session.send({ text, speaker: nora }));
    ends.push(statusOf(session));
  }
  return ends;
}

/** Looks one order up in each turn, another in each where they `differ`. */
function once(differ: boolean) {
  return (request: LlmRequest): ScriptedTurn => {
    if (request.messages.at(-1)?.role === "tool") return "Done.";
    return look(differ && request.messages.length > 1 ? "A1007" : "A1001");
  };
}

test.each([
  ["calls of one tool", { toolCallsPerTool: 1 }, true],
  ["the same call", { repeats: 2 }, false],
  ["tool calls", { toolCalls: 1 }, true],
  ["steps", { steps: 3 }, true],
] as const)("%s", async (_name, limits, differ) => {
  const flow = (scope: string) => shopFlow({ limits: { scope, ...limits } });
  expect(await twoTurns(await openHouse(once(differ), { flow: flow("perRun") }))).toEqual(["done", "failed"]);
  expect(await twoTurns(await openHouse(once(differ), { flow: flow("perTurn") }))).toEqual(["done", "done"]);
});

test("seconds", async () => {
  const house = (scope: string): Promise<House> => {
    let now = Date.UTC(2026, 0, 1);
    return openHouse(once(true), {
      flow: shopFlow({ limits: { scope, seconds: 10 } }),
      now: () => now,
      tools: (counting) => ({
        ...counting,
        call: (...args) => {
          now += 8_000;
          return counting.call(...args);
        },
      }),
    });
  };
  expect(await twoTurns(await house("perRun"))).toEqual(["done", "failed"]);
  expect(await twoTurns(await house("perTurn"))).toEqual(["done", "done"]);
});

test("under a limit on money, a model without a price is not asked at all, and the log says so to the millionth", async () => {
  const flow = shopFlow({ limits: { dollars: 0.25 }, agent: { model: "acme/large", instructions: "Help." } });
  const { session } = await openHouse(once(false), { flow });
  await drain(session.send({ text: "Where is A1001?", speaker: nora }));
  expect(statusOf(session)).toBe("failed");
  const kinds = session.events().map(({ kind }) => kind);
  expect(kinds).not.toContain("llm.request");
  const hit = session.events().find(({ kind }) => kind === "limit.hit");
  expect(hit?.attrs).toEqual({ limit: "dollars", used: 2, max: 1, usedMicros: 1_250_000, maxMicros: 250_000 });
  expect(hit?.values).toEqual({
    sentence: "The price of this model is not in the table, so its cost cannot be limited.",
  });
});
