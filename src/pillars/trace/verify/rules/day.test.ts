import type { EventOf, JsonValue, RunEvent } from "#engine";
import { expect, test } from "vitest";
import { findingsOf } from "../rule.fixture.ts";
import { dayRule } from "./day.ts";

// Planted violations: a chat whose step shares 100 tokens and 2 tool calls a day with other chats.

const flow: JsonValue = {
  nodes: [
    { id: "a", type: "agent", config: {} },
    { id: "l", type: "limits", config: { tokensPerDay: 100, toolCallsPerDay: 2 } },
  ],
  edges: [{ kind: "attach", from: { node: "l", port: "guard" }, to: { node: "a", port: "limits" } }],
};

const noon = Date.UTC(2026, 10, 28, 12);
const common = (key: string) =>
  ({ key, parent: "t1/a/0", node: { id: "a", type: "agent" }, actor: { type: "system", ref: "l" }, seq: 0 }) as const;

type Line = EventOf<"budget.claim">["attrs"]["lines"][number];
type Claim = EventOf<"budget.claim">["attrs"];
const tokens = (change: Partial<Line>): Line => ({
  limit: "tokensPerDay",
  most: 100,
  elsewhere: 0,
  here: 0,
  held: 0,
  asked: 10,
  answer: 4096,
  ...change,
});
const calls = (change: Partial<Line>): Line => ({
  limit: "toolCallsPerDay",
  most: 2,
  elsewhere: 0,
  here: 0,
  held: 0,
  asked: 0,
  answer: 0,
  ...change,
});

function claim(key: string, change: Partial<Claim>, time = noon): RunEvent {
  const model = { model: "m", inputTokens: 10, outputTokens: 4096 };
  const plain: Claim = { day: "2026-11-28", what: "model", granted: true, lines: [calls({}), tokens({})] };
  const attrs: Claim = { ...plain, ...(change.what === undefined || change.what === "model" ? model : {}), ...change };
  return { ...common(key), kind: "budget.claim", time, attrs, values: {} };
}

const request = (key: string): RunEvent => ({
  ...common(key),
  kind: "llm.request",
  time: noon,
  attrs: { model: "m", provider: "p", refs: [], tools: [] },
  values: {},
});
const response = (key: string, inputTokens: number): RunEvent => ({
  ...common(key),
  kind: "llm.response",
  time: noon,
  attrs: { model: "m", finishReason: "stop", inputTokens, outputTokens: 5 },
  values: {},
});
const call = (key: string): RunEvent => ({
  ...common(key),
  kind: "tool.call",
  time: noon,
  attrs: { tool: "t", callId: "c", effect: "read", grantId: "g" },
  values: {},
});

const asked = [claim("h1", {}), request("h1"), response("h1", 15)];
const toolClaim = (change: Partial<Claim> = {}) =>
  claim("c1", {
    what: "tool-call",
    lines: [calls({ elsewhere: 1, asked: 1 }), tokens({ here: 20, asked: 0, answer: 0 })],
    ...change,
  });

test.each<[string, RunEvent[], number]>([
  ["kept", [...asked, toolClaim(), call("c1")], 0],
  [
    "kept: the next call knows what this chat has used",
    [...asked, claim("h2", { lines: [calls({}), tokens({ here: 20 })] })],
    0,
  ],
  [
    "kept: refused, and nothing is used",
    [claim("h1", { granted: false, lines: [calls({}), tokens({ elsewhere: 95 })] })],
    0,
  ],
  [
    "kept: what another chat holds leaves no room for an answer",
    [claim("h1", { granted: false, lines: [calls({}), tokens({ held: 50 })] })],
    0,
  ],
  ["a model that is asked without a claim", [request("h1")], 1],
  ["a tool that is used on a model's claim", [...asked, call("h1")], 1],
  ["granted although others used it all", [claim("h1", { lines: [calls({}), tokens({ elsewhere: 95 })] })], 1],
  ["granted although another call holds the rest", [claim("h1", { lines: [calls({}), tokens({ held: 50 })] })], 1],
  ["refused although there is room", [claim("h1", { granted: false })], 1],
  [
    "used after a refusal",
    [claim("h1", { granted: false, lines: [calls({}), tokens({ elsewhere: 95 })] }), request("h1")],
    1,
  ],
  ["a higher limit than the flow's", [claim("h1", { lines: [calls({}), tokens({ most: 1000 })] })], 1],
  ["a limit left out", [claim("h1", { lines: [tokens({})] })], 1],
  ["what this chat has used left out", [...asked, claim("h2", {})], 1],
  ["a call under way left out", [claim("h1", {}), claim("h2", {})], 1],
  ["less asked for than claimed", [claim("h1", { lines: [calls({}), tokens({ asked: 1 })] })], 1],
  ["counted for another day", [claim("h1", { day: "2026-11-27" })], 1],
  [
    "a tool call that is none of the two",
    [...asked, toolClaim({ lines: [calls({ elsewhere: 2, asked: 1 }), tokens({ here: 20, asked: 0, answer: 0 })] })],
    1,
  ],
])("S08: %s", (_, events, found) => {
  const numbered = events.map((event, seq) => ({ ...event, seq }));
  const findings = findingsOf(dayRule({ flow }), numbered);
  expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: found }, () => "S08"));
  if (found > 0) expect(findings[0]?.step).toBe(numbered.length - 1);
});

test("says nothing about flows without a limit for a day, or events before midnight that are counted a moment later", () => {
  expect(findingsOf(dayRule({ flow: { nodes: [], edges: [] } }), [request("h1")])).toEqual([]);
  const late = claim("h1", {}, Date.UTC(2026, 10, 29, 0, 0, 1));
  expect(findingsOf(dayRule({ flow }), [late])).toEqual([]);
});
