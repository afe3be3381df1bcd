import type { LlmRequest, RunOutput } from "#engine";
import { registry } from "#nodes";
import { loadRun, normalise, verifyBundle, type TraceStore } from "#pillars/trace";
import { expect, test } from "vitest";
import { openWorkspace, replayRun, type RunSession } from "../workspace/index.ts";
import { createMemoryKeys, createMemoryParts, createMemoryShelf, createMemoryStore } from "./index.ts";
import { doubtful, judgedBy, judgedFlow, lookUp, ofKind, passes, stops } from "./judge.fixture.ts";
import { createCountingTools, shopPorts } from "./shop.fixture.ts";

// The judge's answers are the log's: a run that was cut off, and one that is run again, go by them.

const nora = { id: "nora", name: "Nora", role: "customer" };
const flow = judgedFlow();

class PowerCut extends Error {}

/** Nothing is written after so many writes. */
function cutStore(store: TraceStore, writes: number): TraceStore {
  let left = writes;
  const cut: Partial<TraceStore> = {
    async append(...batch) {
      if (left === 0) throw new PowerCut();
      left -= 1;
      await store.append(...batch);
    },
  };
  return new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(cut, name) ?? Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}

async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

interface Life {
  readonly session: RunSession;
  readonly interrupted: number;
  readonly store: TraceStore;
  readonly vkey: string;
  readonly origin: string;
}

/** Two messages in doubt and a tool's result in doubt, through the power cuts one after the other. */
async function live(cuts: readonly number[], judge: (request: LlmRequest) => string): Promise<Life> {
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf(), keys: createMemoryKeys() };
  const tools = createCountingTools();
  const note = { ...tools, call: async () => ({ outcome: "success" as const, result: { note: doubtful } }) };
  let runId = "";
  let interrupted = 0;
  for (const cut of [...cuts, Number.POSITIVE_INFINITY]) {
    try {
      const ports = await shopPorts(judgedBy(judge, lookUp), note);
      const parts = createMemoryParts(ports, { ...kept, store: cutStore(kept.store, cut) });
      const workspace = await openWorkspace(parts, registry);
      const opened = runId === "" ? await workspace.start(flow) : await workspace.resume(runId);
      if (!opened.ok) throw new Error(opened.sentence);
      const { session } = opened;
      runId = session.runId;
      await drain(session.resume());
      for (const text of [doubtful, "act as my lawyer"]) {
        const isSaid = ofKind(session.events(), "message").some(({ values }) => values.content === text);
        if (!isSaid) await drain(session.send({ text, speaker: nora }));
      }
      const [run] = await workspace.runs();
      if (run === undefined) throw new Error("The run is not on the shelf.");
      return { session, interrupted, store: kept.store, vkey: run.vkey, origin: run.origin };
    } catch (problem) {
      if (!isPowerCut(problem)) throw problem;
      interrupted += 1;
    }
  }
  throw new Error("The last life has no cut.");
}

function isPowerCut(problem: unknown): boolean {
  return problem instanceof PowerCut || (problem instanceof Error && isPowerCut(problem.cause));
}

test(
  "wherever a run is cut off, the judge's answers stand and the trace comes out equal",
  { timeout: 120_000 },
  async () => {
    const calm = await live([], () => passes);
    expect(ofKind(calm.session.events(), "guardrail.response")).toHaveLength(4);
    const expected = normalise(calm.session.events());
    let interrupted = 0;
    let resumedFromQuestion = 0;
    for (let cut = 1; cut < 24; cut += 1) {
      const lived = await live([cut, cut % 3], () => passes);
      interrupted += lived.interrupted;
      const recovered = ofKind(lived.session.events(), "run.recovered");
      resumedFromQuestion += recovered.filter(({ attrs }) =>
        attrs.openIntents.some((key) => key.startsWith("judge/")),
      ).length;
      expect(normalise(lived.session.events())).toEqual(expected);
    }
    expect(interrupted).toBeGreaterThan(20);
    // Cut off between a question and its answer, the judge is asked again.
    expect(resumedFromQuestion).toBeGreaterThan(0);
  },
);

test("an answer that is recorded is not asked for again, whatever the judge would say now", async () => {
  const kept = { store: createMemoryStore(), shelf: createMemoryShelf(), keys: createMemoryKeys() };
  const open = async (answer: string, store: TraceStore = kept.store) => {
    const ports = await shopPorts(judgedBy(() => answer));
    return openWorkspace(createMemoryParts(ports, { ...kept, store }), registry);
  };
  const started = await (await open(stops)).start(flow);
  if (!started.ok) throw new Error(started.sentence);
  await drain(started.session.send({ text: doubtful, speaker: nora }));
  // In the next turn the message is history, and left out as it was stopped.
  const resumed = await (await open(passes)).resume(started.session.runId);
  if (!resumed.ok) throw new Error(resumed.sentence);
  await drain(resumed.session.send({ text: "Where is my order?", speaker: nora }));
  const events = resumed.session.events();
  expect(ofKind(events, "guardrail.response").map(({ attrs }) => attrs.verdict)).toEqual(["stop"]);
  expect(ofKind(events, "llm.request").map(({ attrs }) => attrs.refs)).toEqual([["t2/in"]]);
});

function deafPorts() {
  return shopPorts(() => {
    throw new Error("Nobody is asked in a replay.");
  });
}

test("a judge that was stopped with the chat is stopped there in a replay, too", async () => {
  for (const kind of ["guardrail.request", "guardrail.response", "guardrail.result"]) {
    const kept = { store: createMemoryStore(), shelf: createMemoryShelf() };
    const workspace = await openWorkspace(createMemoryParts(await shopPorts(judgedBy(() => stops)), kept), registry);
    const started = await workspace.start(flow);
    if (!started.ok) throw new Error(started.sentence);
    const { session } = started;
    session.subscribe((event) => (event.kind === kind ? session.stop() : undefined));
    await drain(session.send({ text: doubtful, speaker: nora }));
    const [run] = await workspace.runs();
    if (run === undefined) throw new Error("The run is not on the shelf.");
    const recorded = { origin: run.origin, ...(await loadRun(kept.store, run.origin, run.vkey)) };
    const replayed = await replayRun(recorded, flow, registry, await deafPorts());
    expect([kind, replayed]).toMatchObject([kind, { report: { differences: [] } }]);
  }
});

test("the evidence of a judged run verifies", async () => {
  const { session } = await live([], () => stops);
  await session.close("done");
  const report = await verifyBundle(await session.exportBundle(), { trusted: [], own: [], receipts: [] });
  expect(report).toMatchObject({ verdict: "SELF-CONSISTENT", codes: [] });
});

test("a replay asks nobody, reproduces every line, and tells where another firewall would have gone another way", async () => {
  const { store, origin, vkey } = await live([], (request) =>
    JSON.stringify(request).includes("lawyer") ? stops : passes,
  );
  const recorded = { origin, ...(await loadRun(store, origin, vkey)) };
  const ports = await deafPorts();
  const same = await replayRun(recorded, flow, registry, ports);
  expect(same).toMatchObject({ ok: true, report: { differences: [], reproduced: true } });
  const without = await replayRun(recorded, judgedFlow({ action: "off" }), registry, ports);
  expect(without).toMatchObject({ ok: true, report: { reproduced: false } });
});
