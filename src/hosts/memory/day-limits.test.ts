import { isKind, type Flow, type LlmRequest, type RunEvent } from "#engine";
import { registry } from "#nodes";
import type { RawPorts } from "#monitor";
import { loadRun, verifyBundle } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { openWorkspace, replayRun, type RunSession, type Workspace } from "../workspace/index.ts";
import { createMemoryParts, createMemoryShelf, createMemoryStore } from "./index.ts";
import { drain, nora, statusOf } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";
import { createCountingTools, shopPorts } from "./shop.fixture.ts";

// Limits that all chats of a flow share on one day in UTC.

const evening = Date.UTC(2026, 10, 28, 22);

function looksOnce(request: LlmRequest): ScriptedTurn {
  if (request.messages.at(-1)?.role === "tool") return "Done.";
  return { calls: [{ tool: "look_up_order", arguments: { orderId: "A1001" } }] };
}

async function openDay(change: (ports: RawPorts) => RawPorts = (ports) => ports) {
  const clock = { now: evening };
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf(), now: () => clock.now };
  const ports = change(await shopPorts(looksOnce, createCountingTools()));
  return { clock, kept, ports, workspace: await openWorkspace(createMemoryParts(ports, kept), registry) };
}

async function begin(workspace: Workspace, flow: Flow): Promise<RunSession> {
  const started = await workspace.start(flow);
  if (!started.ok) throw new Error(started.sentence);
  return started.session;
}

async function chat(workspace: Workspace, flow: Flow): Promise<RunSession> {
  const session = await begin(workspace, flow);
  await drain(session.send({ text: "Where is A1001?", speaker: nora }));
  return session;
}

const hitOf = (session: RunSession) => session.events().find((event) => isKind(event, "limit.hit"));
const claims = (events: readonly RunEvent[]) => events.filter((event) => isKind(event, "budget.claim"));

test.each([
  [{ chatsPerDay: 1 }, "This flow may have 1 chat a day, and today's have begun. The next can begin from 00:00 UTC."],
  [
    { toolCallsPerDay: 1 },
    "All chats of this flow together may use 1 tool call a day, and what is left for today is not enough. They can go on from 00:00 UTC.",
  ],
])("%o: the second chat of the day is stopped, and the first of the next is not", async (limits, sentence) => {
  const { workspace, clock } = await openDay();
  const flow = shopFlow({ limits });
  expect(statusOf(await chat(workspace, flow))).toBe("done");
  const second = await chat(workspace, flow);
  expect(statusOf(second)).toBe("failed");
  expect(hitOf(second)).toMatchObject({ attrs: { used: 2, max: 1 }, values: { sentence } });
  expect(statusOf(await chat(workspace, { ...flow, id: "another" }))).toBe("done");
  clock.now += 3 * 3_600_000;
  expect(statusOf(await chat(workspace, flow))).toBe("done");
  clock.now -= 3 * 3_600_000;
  // A clock that is set back gives no room back.
  expect(statusOf(await chat(workspace, flow))).toBe("failed");
});

test("tokens and money of all chats are counted, and what a model without a price costs is never under a limit", async () => {
  const { workspace } = await openDay();
  const first = await chat(workspace, shopFlow({ limits: { tokensPerDay: 1_000_000 } }));
  const spent = first.events().flatMap((event) => (isKind(event, "llm.response") ? [event.attrs] : []));
  const tokens = spent.reduce((sum, each) => sum + each.inputTokens + each.outputTokens, 0);
  expect(tokens).toBeGreaterThan(0);
  const second = await chat(workspace, shopFlow({ limits: { tokensPerDay: tokens } }));
  expect(statusOf(second)).toBe("failed");
  expect(claims(second.events())[0]?.attrs).toMatchObject({
    day: "2026-11-28",
    granted: false,
    lines: [{ limit: "tokensPerDay", most: tokens, elsewhere: tokens, here: 0, held: 0 }],
  });
  const free = await chat(workspace, shopFlow({ limits: { dollarsPerDay: 0.001 } }));
  expect(statusOf(free)).toBe("done");
  const dear = shopFlow({ limits: { dollarsPerDay: 5 }, agent: { model: "acme/large", instructions: "Help." } });
  const unpriced = await chat(workspace, dear);
  expect(unpriced.events().map(({ kind }) => kind)).not.toContain("llm.request");
  expect(hitOf(unpriced)?.values.sentence).toBe(
    "The price of this model is not in the table, so its cost in a day cannot be limited.",
  );
});

test("two chats at the same time do not both get what is left", async () => {
  const { workspace } = await openDay();
  const flow = shopFlow({ limits: { chatsPerDay: 3, toolCallsPerDay: 2 } });
  const sessions = await Promise.all([1, 2, 3, 4].map(() => begin(workspace, flow)));
  await Promise.all(sessions.map((each) => drain(each.send({ text: "Where is A1001?", speaker: nora }))));
  const all = sessions.flatMap((each) => each.events());
  expect(all.filter(({ kind }) => kind === "tool.call")).toHaveLength(2);
  expect(sessions.map(statusOf).toSorted()).toEqual(["done", "done", "failed", "failed"]);
});

test("while one chat's model is answering, another has only what that one does not hold", async () => {
  let release = (): void => undefined;
  const answering = new Promise<void>((resolve) => (release = resolve));
  let begun = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (begun = resolve));
  let calls = 0;
  const { workspace } = await openDay((ports) => ({
    ...ports,
    models: {
      ...ports.models,
      async *stream(request, signal) {
        calls += 1;
        begun();
        if (calls === 1) await answering;
        yield* ports.models.stream(request, signal);
      },
    },
  }));
  const flow = shopFlow({ limits: { tokensPerDay: 8000 } });
  const first = await begin(workspace, flow);
  const running = drain(first.send({ text: "Where is A1001?", speaker: nora }));
  await isAsked;
  const second = await chat(workspace, flow);
  expect(hitOf(second)?.values.sentence).toBe(
    "All chats of this flow together may use 8,000 tokens a day, and what is left for today is held by another call. Try again when that has ended.",
  );
  release();
  await running;
  expect(statusOf(first)).toBe("done");
  expect(statusOf(await chat(workspace, flow))).toBe("done");
});

test("where the other chats cannot be read, nothing is used", async () => {
  const { ports } = await openDay();
  const shelf = { ...createMemoryShelf(), ofFlow: () => Promise.reject(new Error("unreadable")) };
  const workspace = await openWorkspace(createMemoryParts(ports, { shelf }), registry);
  const session = await chat(workspace, shopFlow({ limits: { chatsPerDay: 5 } }));
  expect(statusOf(session)).toBe("failed");
  expect(session.events().map(({ kind }) => kind)).not.toContain("llm.request");
});

test("the evidence verifies, and a replay decides alike without looking at any other chat", async () => {
  const { workspace, kept, ports } = await openDay();
  const flow = shopFlow({ limits: { chatsPerDay: 1, tokensPerDay: 900_000, toolCallsPerDay: 9 } });
  const ended = [await chat(workspace, flow), await chat(workspace, flow)];
  for (const session of ended) {
    await session.close("done");
    const report = await verifyBundle(await session.exportBundle(), {
      trusted: [workspace.vkey],
      own: [],
      receipts: [],
    });
    expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
    const record = (await workspace.runs()).find(({ runId }) => runId === session.runId);
    if (record === undefined) throw new Error("The run is not on the shelf.");
    const stored = await loadRun(kept.store, record.origin, record.vkey);
    const result = await replayRun({ origin: record.origin, ...stored }, flow, registry, ports);
    expect(result).toMatchObject({ ok: true, report: { differences: [], reproduced: true } });
  }
});
