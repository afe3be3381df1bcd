import { expect, test } from "vitest";
import { createBareHouse, createTestNodes, flowOf, planOf, type BareHouse } from "./bare-house.fixture.ts";
import { run, type RunOutput } from "./run.ts";
import type { Flow } from "../flow/flow.ts";

const speaker = { id: "a", name: "A", role: "customer" };
const start = { id: "start", type: "start", config: {} };

async function play(
  flow: Flow,
  signal?: AbortSignal,
): Promise<{ house: BareHouse; runs: string[]; seen: RunOutput[] }> {
  const { registry, runs } = createTestNodes();
  const house = createBareHouse(signal);
  const seen: RunOutput[] = [];
  for await (const item of run(planOf(flow, registry), { text: "hi", speaker }, house.host)) seen.push(item);
  return { house, runs, seen };
}

function ended(house: BareHouse) {
  return house.events.at(-1);
}

test("branches run side by side, and a join waits for both", async () => {
  const flow = flowOf(
    [start, { id: "a" }, { id: "b" }, { id: "both", type: "join", config: { name: "both" } }],
    ["start.message > a.value", "start.message > b.value", "a.left > both.one", "b.left > both.two"],
  );
  const { house, runs } = await play(flow);
  expect(runs).toEqual(["a", "b", "both"]);
  const join = house.events.find((event) => event.kind === "node.end" && event.node?.id === "both");
  expect(join?.values).toEqual({
    output: {
      out: [
        ["hello", "a"],
        ["hello", "b"],
      ],
    },
  });
  expect(ended(house)).toMatchObject({ kind: "turn.end", attrs: { status: "done" } });
});

test("a branch that is not taken is dead, and what needs it does not run", async () => {
  const flow = flowOf(
    [start, { id: "a" }, { id: "left" }, { id: "right" }],
    ["start.message > a.value", "a.left > left.value", "a.right > right.value"],
  );
  const { house, runs } = await play(flow);
  expect(runs).toEqual(["a", "left"]);
  expect(house.events.filter((event) => event.kind === "edge.taken").map((event) => event.key)).toEqual([
    "t1/e0",
    "t1/e1",
  ]);
});

test("a failure goes to the error wire, as data", async () => {
  const flow = flowOf(
    [start, { id: "a", config: { name: "a", failures: 9 } }, { id: "rescue" }, { id: "never" }],
    ["start.message > a.value", "a.error > rescue.value", "a.left > never.value"],
  );
  const { house, runs } = await play(flow);
  expect(runs).toEqual(["a", "rescue"]);
  expect(ended(house)).toMatchObject({ attrs: { status: "done" } });
  const rescued = house.events.find((event) => event.kind === "node.start" && event.node?.id === "rescue");
  expect(rescued?.values).toEqual({ input: { value: { code: "node-failed", sentence: "a failed." } } });
});

test("a failure that nothing handles ends the turn with its sentence", async () => {
  const { house } = await play(
    flowOf([start, { id: "a", config: { name: "a", failures: 9 } }], ["start.message > a.value"]),
  );
  expect(ended(house)).toMatchObject({
    kind: "turn.end",
    attrs: { status: "failed" },
    values: { sentence: "a failed." },
  });
});

test("a step that only reads is tried again as often as it says, waiting longer each time", async () => {
  const flow = flowOf(
    [start, { id: "a", retries: 2, config: { name: "a", failures: 2 } }, { id: "b" }],
    ["start.message > a.value", "a.left > b.value"],
  );
  const { house, runs } = await play(flow);
  expect(runs).toEqual(["a", "a", "a", "b"]);
  expect(house.delays).toEqual([500, 1000]);
  expect(house.events.filter((event) => event.kind === "error").map((event) => event.key)).toEqual([
    "t1/a/0~1",
    "t1/a/0~2",
  ]);
});

test("a stopped run says so and runs nothing more", async () => {
  const abort = new AbortController();
  abort.abort();
  const { house } = await play(flowOf([start, { id: "a" }], ["start.message > a.value"]), abort.signal);
  expect(ended(house)).toMatchObject({ attrs: { status: "stopped" } });
  expect(house.events.map((event) => event.kind)).toContain("kill.switch");
});

test("each turn has keys of its own, and a second message is refused while the first is worked on", async () => {
  const { registry } = createTestNodes();
  const house = createBareHouse();
  const plan = planOf(flowOf([start, { id: "a" }], ["start.message > a.value"]), registry);
  for (const words of ["one", "two"]) for await (const _ of run(plan, { text: words, speaker }, house.host));
  expect(house.events.filter((event) => event.kind === "node.start").map((event) => event.key)).toEqual([
    "t1/start/0",
    "t1/a/0",
    "t2/start/0",
    "t2/a/0",
  ]);
  house.events.pop();
  const again = run(plan, { text: "three", speaker }, house.host);
  await expect(again[Symbol.asyncIterator]().next()).rejects.toThrow("still being worked on");
});

test("a log that was written by another flow is not continued", async () => {
  const { registry } = createTestNodes();
  const house = createBareHouse();
  const flow = flowOf([start, { id: "a" }], ["start.message > a.value"]);
  for await (const _ of run(planOf(flow, registry), { text: "one", speaker }, house.host));
  house.events.pop();
  const recorded = house.events.find((event) => event.kind === "node.start" && event.node?.id === "a");
  if (recorded?.kind !== "node.start") throw new Error("Not recorded.");
  house.events[house.events.indexOf(recorded)] = { ...recorded, values: { input: { value: "forged" } } };
  const resumed = async (): Promise<void> => {
    for await (const _ of run(planOf(flow, registry), undefined, house.host));
  };
  await expect(resumed()).rejects.toMatchObject({ code: "journal-mismatch" });
});
