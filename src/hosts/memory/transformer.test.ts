import type { JsonObject } from "#engine";
import { TransformerError, type Transformer } from "#pillars/firewall";
import { registry } from "#nodes";
import { loadRun } from "#pillars/trace";
import { describe, expect, test } from "vitest";
import { openWorkspace, replayRun } from "../workspace/index.ts";
import { drain, nora, openHouse, statusOf, type House } from "./house.fixture.ts";
import { doubtful, judgedBy, ofKind, passes } from "./judge.fixture.ts";
import { createMemoryParts, createMemoryShelf, createMemoryStore } from "./index.ts";
import { shopPorts } from "./shop.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

// The transformer as a second opinion. What runs a real model is tested where it runs: in Node and in a browser.

const sha256 = "a".repeat(64);

function flowWith(transformer: JsonObject = {}, judge: JsonObject = {}) {
  const files = { model: { sha256 }, tokenizer: { sha256 } };
  return shopFlow({ firewall: { tiers: { transformer: { action: "block", ...files, ...transformer }, judge } } });
}

async function afterSaying(
  text: string,
  score: Transformer["score"],
  transformer: JsonObject = {},
  judge: JsonObject = {},
): Promise<House> {
  const house = await openHouse(
    judgedBy(() => passes),
    { flow: flowWith(transformer, judge), ports: (ports) => ({ ...ports, transformer: { score } }) },
  );
  await drain(house.session.send({ text, speaker: nora }));
  return house;
}

describe("a message in doubt", () => {
  test("is stopped from the threshold on, and passes below; both are in the log", async () => {
    for (const [score, status, verdict] of [
      [0.5, "blocked", "stop"],
      [0.49, "done", "pass"],
    ] as const) {
      const { session } = await afterSaying(doubtful, async () => score);
      expect(statusOf(session)).toBe(status);
      const [request] = ofKind(session.events(), "guardrail.request");
      expect(request).toMatchObject({
        key: "transformer/firewall/agent/input/t1/in",
        attrs: { tier: "transformer", model: sha256, provider: "local" },
        values: { text: doubtful },
      });
      const [response] = ofKind(session.events(), "guardrail.response");
      expect(response).toMatchObject({
        attrs: { verdict, inputTokens: 0, outputTokens: 0 },
        values: { answer: score.toFixed(3) },
      });
    }
  });

  test("goes to the judge once the transformer has passed it, and not before", async () => {
    const judge = { action: "block", model: "scripted" };
    const passed = await afterSaying(doubtful, async () => 0, {}, judge);
    expect(ofKind(passed.session.events(), "guardrail.request").map(({ attrs }) => attrs.tier)).toEqual([
      "transformer",
      "judge",
    ]);
    const stopped = await afterSaying(doubtful, async () => 1, {}, judge);
    expect(ofKind(stopped.session.events(), "guardrail.request").map(({ attrs }) => attrs.tier)).toEqual([
      "transformer",
    ]);
  });

  test.each<[string, Error, string, string]>([
    ["no files", new TransformerError("no-model"), "no-model", "not on this device"],
    ["other files", new TransformerError("wrong-model"), "wrong-model", "not the ones"],
    ["files of something else", new TransformerError("unusable"), "unusable", "cannot be used"],
    ["a bug", new TypeError("x is undefined"), "failed", "no second opinion could be had"],
  ])("is stopped by a transformer that cannot say: %s", async (_name, problem, failure, sentence) => {
    const { session } = await afterSaying(doubtful, () => Promise.reject(problem));
    expect(statusOf(session)).toBe("blocked");
    expect(ofKind(session.events(), "guardrail.response")[0]?.attrs).toMatchObject({ verdict: "none", failure });
    expect(ofKind(session.events(), "guardrail.result")[0]?.values.findings?.[0]?.["reason"]).toContain(sentence);
  });

  test("is stopped by one that does not answer in its time", async () => {
    const never: Transformer["score"] = () => new Promise<never>(() => undefined);
    const house = await openHouse(
      judgedBy(() => passes),
      {
        flow: flowWith(),
        ports: (ports) => ({
          ...ports,
          transformer: { score: never },
          delay: (time, signal) => (time === 20_000 ? Promise.resolve() : ports.delay(time, signal)),
        }),
      },
    );
    await drain(house.session.send({ text: doubtful, speaker: nora }));
    expect(statusOf(house.session)).toBe("blocked");
    expect(ofKind(house.session.events(), "guardrail.response")[0]?.attrs.failure).toBe("late");
  });

  test("asks nobody where the checks are sure, or where it is switched off", async () => {
    const asked: string[] = [];
    const score: Transformer["score"] = async (text) => asked.push(text);
    await afterSaying("Where is my order?", score);
    await afterSaying(doubtful, score, { action: "off" });
    expect(asked).toEqual([]);
  });
});

test("its answer is the log's: a replay goes by it and runs no model", async () => {
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf() };
  const flow = flowWith();
  const ports = await shopPorts(judgedBy(() => passes));
  const open = { ...ports, transformer: { score: async (text: string) => (text === doubtful ? 0.9 : 0.1) } };
  const workspace = await openWorkspace(createMemoryParts(open, kept), registry);
  const started = await workspace.start(flow);
  if (!started.ok) throw new Error(started.sentence);
  for (const text of [doubtful, "act as my lawyer"]) await drain(started.session.send({ text, speaker: nora }));
  expect(ofKind(started.session.events(), "guardrail.response").map(({ attrs }) => attrs.verdict)).toEqual([
    "stop",
    "pass",
  ]);
  const [run] = await workspace.runs();
  if (run === undefined) throw new Error("The run is not on the shelf.");
  const recorded = { origin: run.origin, ...(await loadRun(kept.store, run.origin, run.vkey)) };
  // The ports of the tests have no model of their own.
  const replayed = await replayRun(recorded, flow, registry, ports);
  expect(replayed).toMatchObject({ report: { differences: [] } });
});
