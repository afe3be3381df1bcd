import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodePorts } from "#hosts/node";
import { drawnRegistry } from "#nodes";
import { expect, onTestFinished, test } from "vitest";
import { en } from "../messages/edit/en.ts";
import { mara, record, type Recorded } from "../run-log/recorded.fixture.ts";
import { runBadges } from "./run-badges.ts";

async function open(): Promise<Recorded> {
  const state = await mkdtemp(join(tmpdir(), "gatehouse-"));
  const ports = await createNodePorts({ state, models: [] });
  onTestFinished(() => ports.code.close());
  return record("support-refunds", ports);
}

function badges({ events, flow }: Recorded) {
  return runBadges(events(), flow, drawnRegistry, en.badge);
}

test("nothing is marked before anything has run", async () => {
  const run = await open();
  expect(runBadges([], run.flow, drawnRegistry, en.badge).nodes.size).toBe(0);
});

test("what waits for a person is marked with its gate, what was cut out is counted, what is done is done", async () => {
  const run = await open();
  await run.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  const { nodes, wires } = badges(run);
  expect(nodes.get("chat")?.status.kind).toBe("done");
  expect(nodes.get("look-up")?.status.kind).toBe("done");
  expect(nodes.get("refund")?.status.kind).toBe("waiting");
  expect(nodes.get("gate")).toMatchObject({ status: { kind: "waiting" }, words: "Waiting" });
  expect(nodes.get("firewall")).toMatchObject({ stops: 1, words: "1 stopped" });
  expect(nodes.get("limits")?.words).toMatch(/^\d of 12 steps$/u);
  expect(wires.get("refund-on-agent")).toEqual({ isRunning: true });
  expect(wires.get("look-up-on-agent")?.isRunning).toBe(false);
});

test("a decision takes the waiting away, and the next message begins with clean marks", async () => {
  const run = await open();
  await run.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  const [request] = run.session.waiting();
  if (request === undefined) throw new Error("Nobody was asked.");
  await run.session.decide(request, { by: mara, decision: "approve", comment: "" });
  await run.goOn();
  expect(badges(run).nodes.get("refund")?.status.kind).toBe("done");
  expect(badges(run).nodes.get("gate")).toBeUndefined();
  await run.say("Where is my order A1001?");
  const { nodes } = badges(run);
  expect(nodes.get("refund")).toBeUndefined();
  expect(nodes.get("look-up")?.status.kind).toBe("done");
  expect(nodes.get("firewall")?.stops).toBe(1);
});

test("a wire tells the value that went through it, a tool's wire who alone may read the answer", async () => {
  const run = await open();
  await run.say("Where is my order A1001?");
  const { wires } = badges(run);
  const words = run.flow.edges.map(({ id }) => wires.get(id)?.value);
  expect(words).toContain("“Where is my order A1001?”");
  expect(wires.get("look-up-on-agent")).toEqual({
    isRunning: false,
    readers: "only for Nora Lindqvist, lead, support",
  });
});
