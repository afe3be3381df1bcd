import { parseRunEvent, type RunEvent } from "#engine";
import { describe, expect, it } from "vitest";
import { appendAll, draft, refundTurn, runOrigin, startRun, testOptions, testSigner } from "./run.fixture.ts";
import { createJournal } from "./journal.ts";
import { openRunLog } from "./log.ts";
import { normalise } from "./normalise.ts";
import { loadRun } from "./resume.ts";
import type { MemoryTraceStore } from "./memory-store.ts";

const { vkey } = testSigner(runOrigin);

async function eventsOf(store: MemoryTraceStore, origin = runOrigin, key = vkey): Promise<RunEvent[]> {
  const { events } = await loadRun(store, origin, key);
  return events.map(({ digests: _digests, ...event }) => {
    const parsed = parseRunEvent(event);
    if (parsed === undefined) throw new Error(`Not an event: ${event.kind}`);
    return parsed;
  });
}

async function straight(drafts = refundTurn()): Promise<RunEvent[]> {
  const run = await startRun();
  await appendAll(run.journal, drafts);
  await run.close();
  return eventsOf(run.store);
}

describe("normalised", () => {
  it("a run with a crash in it equals the run without", async () => {
    const drafts = refundTurn();
    const run = await startRun();
    await appendAll(run.journal, drafts.slice(0, 14));
    await run.journal.flush();
    const { state } = await loadRun(run.store, runOrigin, vkey);
    const journal = createJournal({ log: openRunLog(state, testOptions(runOrigin, "other salts")), store: run.store });
    await journal.append(draft("run.recovered", "recovered", { attrs: { lastSeq: 14, openIntents: [] } }));
    await appendAll(journal, drafts.slice(14));
    await journal.append(draft("run.close", "close", { attrs: { status: "done", events: 21 } }));
    expect(normalise(await eventsOf(run.store))).toEqual(normalise(await straight()));
  });

  it("a run on another host, in another order of parallel steps, equals the first", async () => {
    const origin = "other.example/ws/run/r7";
    const drafts = refundTurn().map((each) =>
      each.attrs["grantId"] === undefined ? each : { ...each, attrs: { ...each.attrs, grantId: "random-7" } },
    );
    const run = await startRun(origin);
    const swapped = [
      ...drafts.slice(0, 1),
      drafts[2] ?? draft("x", "x"),
      drafts[1] ?? draft("x", "x"),
      ...drafts.slice(3),
    ];
    await appendAll(run.journal, swapped);
    await run.close();
    const there = await eventsOf(run.store, origin, testSigner(origin).vkey);
    expect(normalise(there)).toEqual(normalise(await straight()));
  });

  it.each([
    [
      "another value",
      (drafts: ReturnType<typeof refundTurn>) =>
        drafts.with(16, draft("message", "t1/out", { ...drafts[16], values: { content: "No." } })),
    ],
    [
      "another verdict",
      (drafts: ReturnType<typeof refundTurn>) =>
        drafts.with(
          3,
          draft("guardrail.result", "t1/a/0/f", { ...drafts[3], attrs: { ...drafts[3]?.attrs, verdict: "warn" } }),
        ),
    ],
    ["one step less", (drafts: ReturnType<typeof refundTurn>) => drafts.toSpliced(15, 1)],
  ])("a run with %s stays different", async (_, change) => {
    expect(normalise(await straight(change(refundTurn())))).not.toEqual(normalise(await straight()));
  });
});
