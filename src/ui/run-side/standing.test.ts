import { emptyFlow } from "#engine";
import type { RunEvent } from "#engine";
import { describe, expect, test } from "vitest";
import { isSameFlow, standingOf } from "./standing.ts";

const actor = { type: "system", ref: "engine" } as const;
const start: RunEvent = {
  kind: "turn.start",
  key: "t1",
  actor,
  attrs: { turn: 1, role: "customer" },
  values: {},
  seq: 0,
  time: 0,
};
const end: RunEvent = {
  kind: "turn.end",
  key: "t1",
  actor,
  attrs: { turn: 1, status: "done" },
  values: {},
  seq: 1,
  time: 1,
};
const close: RunEvent = {
  kind: "run.close",
  key: "run",
  actor,
  attrs: { status: "done", events: 3 },
  values: {},
  seq: 2,
  time: 2,
};

describe("where a chat stands", () => {
  const here = { isInterrupted: false, isElsewhere: false };
  test.each([
    ["free before the first message", { events: [], ...here }, "free"],
    ["working while a message has no end", { events: [start], ...here }, "working"],
    ["interrupted when nobody works on it", { events: [start], ...here, isInterrupted: true }, "interrupted"],
    ["free after the end, whatever broke off before", { events: [start, end], ...here, isInterrupted: true }, "free"],
    ["elsewhere while another tab has it", { events: [start], ...here, isElsewhere: true }, "elsewhere"],
    ["closed for good", { events: [start, end, close], ...here, isElsewhere: true }, "closed"],
  ] as const)("%s", (_name, held, standing) => {
    expect(standingOf(held)).toBe(standing);
  });
});

test("moving a node goes on with the same run, changing one does not", () => {
  const flow = {
    ...emptyFlow("f", "A flow"),
    nodes: [{ id: "reply", type: "reply", version: 1, position: { x: 0, y: 0 }, config: { text: "Hello" } }],
  };
  const moved = { ...flow, nodes: flow.nodes.map((node) => ({ ...node, position: { x: 8, y: 8 } })) };
  const changed = { ...flow, nodes: flow.nodes.map((node) => ({ ...node, config: { text: "Bye" } })) };
  expect(isSameFlow(flow, moved)).toBe(true);
  expect(isSameFlow(flow, changed)).toBe(false);
});
