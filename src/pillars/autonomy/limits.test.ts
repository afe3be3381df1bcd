import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charge, type Charge, limitsConfig, limitSentence, noUsage, type Usage } from "./index.ts";

const limits = limitsConfig.parse({
  steps: 2,
  toolCalls: 4,
  toolCallsPerTool: 3,
  inputTokens: 100,
  outputTokens: 50,
  seconds: 10,
  depth: 2,
});

function spend(charges: readonly Charge[]): ReturnType<typeof charge> {
  return charges.reduce<ReturnType<typeof charge>>(
    (before, each) => (before.hit === undefined ? charge(limits, before.usage, each) : before),
    { usage: noUsage },
  );
}

const call = (tool: string, callHash: string): Charge => ({ kind: "tool-call", tool, callHash });
const step: Charge = { kind: "step", depth: 1 };

describe("limits", () => {
  it.each<[string, readonly Charge[], string]>([
    ["steps", [step, step, step], "The agent used its 2 steps for this message."],
    [
      "depth",
      [{ kind: "step", depth: 3 }],
      "Agents and flows may call each other 2 levels deep, and this call would go deeper.",
    ],
    [
      "toolCalls",
      [call("a", "1"), call("a", "2"), call("b", "3"), call("b", "4"), call("b", "5")],
      "The agent used its 4 tool calls for this message.",
    ],
    [
      "toolCallsPerTool",
      [call("a", "1"), call("a", "2"), call("a", "3"), call("a", "4")],
      "The agent used Refund 3 times, which is all it may for this message.",
    ],
    [
      "repeats",
      [call("a", "1"), call("b", "1b"), call("a", "1"), call("a", "1")],
      "The agent asked for the same call to Refund 3 times, so it is stopped as a loop.",
    ],
    [
      "inputTokens",
      [{ kind: "tokens", model: "a/model-1", input: 101, output: 0 }],
      "The agent read its 100 tokens for this message.",
    ],
    [
      "outputTokens",
      [{ kind: "tokens", model: "a/model-1", input: 0, output: 51 }],
      "The agent wrote its 50 tokens for this message.",
    ],
    ["seconds", [{ kind: "time", seconds: 10.5 }], "The agent worked for its 10 seconds for this message."],
  ])("stop at %s", (limit, charges, sentence) => {
    const { hit } = spend(charges);
    expect(hit?.limit).toBe(limit);
    if (hit !== undefined) expect(limitSentence(hit, limits, "Refund")).toBe(sentence);
    expect(spend(charges.slice(0, -1)).hit).toBeUndefined();
  });

  it("stop when the models cost too much, by the table", () => {
    const paid = limitsConfig.parse({
      dollars: 0.5,
      prices: [
        { model: "model-1", input: 1, output: 10 },
        { model: "small*", input: 0, output: 0 },
      ],
    });
    const tokens = (model: string): Charge => ({ kind: "tokens", model, input: 100_000, output: 30_000 });
    const once = charge({ ...paid, outputTokens: 1_000_000 }, noUsage, tokens("a/model-1"));
    expect(once.usage.dollars).toBeCloseTo(0.4);
    expect(once.hit).toBeUndefined();
    const twice = charge({ ...paid, outputTokens: 1_000_000 }, once.usage, tokens("a/model-1"));
    expect(twice.hit?.limit).toBe("dollars");
    if (twice.hit !== undefined)
      expect(limitSentence(twice.hit, paid)).toBe(
        "The models cost more than the 0.5 US dollars they may for this message.",
      );
    expect(charge({ ...paid, outputTokens: 1_000_000 }, noUsage, tokens("b/small-2")).usage.dollars).toBe(0);
  });

  it("take a model without a price for too dear, and one that costs nothing for free", () => {
    const paid = limitsConfig.parse({ dollars: 5 });
    const tokens = (model: string): Charge => ({ kind: "tokens", model, input: 1, output: 1 });
    const { hit } = charge(paid, noUsage, tokens("a/unknown"));
    expect(hit?.limit).toBe("dollars");
    if (hit !== undefined)
      expect(limitSentence(hit, paid)).toBe(
        "The price of this model is not in the table, so its cost cannot be limited.",
      );
    expect(charge(paid, noUsage, tokens("embedded")).hit).toBeUndefined();
    expect(charge(limitsConfig.parse({}), noUsage, tokens("a/unknown")).hit).toBeUndefined();
  });

  it("write numbers and scopes as people do", () => {
    expect(limitSentence({ limit: "inputTokens", max: 200_000, used: 200_001 }, { scope: "perRun" })).toBe(
      "The agent read its 200,000 tokens for this run.",
    );
    expect(limitSentence({ limit: "steps", max: 1, used: 2 }, { scope: "perTurn" })).toBe(
      "The agent used its 1 step for this message.",
    );
  });

  it("a meter that is broken or runs backwards uses up everything", () => {
    for (const wrong of [Number.NaN, -5]) {
      expect(charge(limits, noUsage, { kind: "tokens", model: "a/model-1", input: wrong, output: 0 }).hit?.limit).toBe(
        "inputTokens",
      );
      expect(charge(limits, noUsage, { kind: "time", seconds: wrong }).hit?.limit).toBe("seconds");
    }
  });

  it("never let more steps and calls through than they say, in any order", () => {
    const any = fc.oneof(
      fc.constant(step),
      fc.tuple(fc.constantFrom("a", "b", "__proto__"), fc.string()).map(([tool, hash]) => call(tool, hash)),
      fc.record({
        kind: fc.constant("tokens" as const),
        model: fc.constant("a/model-1"),
        input: fc.nat(200),
        output: fc.nat(200),
      }),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), (charges) => {
        let usage: Usage = noUsage;
        const passed: Charge[] = [];
        for (const each of charges) {
          const answer = charge(limits, usage, each);
          usage = answer.usage;
          if (answer.hit === undefined) passed.push(each);
        }
        expect(passed.filter(({ kind }) => kind === "step").length).toBeLessThanOrEqual(limits.steps);
        expect(passed.filter(({ kind }) => kind === "tool-call").length).toBeLessThanOrEqual(limits.toolCalls);
        for (const tool of ["a", "b", "__proto__"])
          expect(passed.filter((each) => each.kind === "tool-call" && each.tool === tool).length).toBeLessThanOrEqual(
            3,
          );
      }),
    );
  });

  it("refuse what the form cannot mean", () => {
    expect(limitsConfig.safeParse({ steps: 0 }).success).toBe(false);
    expect(limitsConfig.safeParse({ stepz: 5 }).success).toBe(false);
    expect(limitsConfig.safeParse({ scope: "perDay" }).success).toBe(false);
  });
});
