import { describe, expect, it } from "vitest";
import {
  appendAll,
  draft,
  refundTurn,
  runOrigin,
  startRun,
  testOptions,
  testSigner,
  workspace,
} from "./run.fixture.ts";
import { createJournal } from "./journal.ts";
import { eraseValues } from "./erasure/erase-values.ts";
import { ledgerLines } from "./ledger-entries.ts";
import { openLedger } from "./ledger.ts";
import { openRunLog } from "./log.ts";
import { MemoryTraceStore } from "./memory-store.ts";
import { createReplayJournal } from "./replay-journal.ts";
import { loadRun } from "./resume.ts";
import type { RunBatch } from "./store.ts";

const code = (expected: string) => expect.objectContaining({ code: expected });
const { vkey } = testSigner(runOrigin);

class WatchedStore extends MemoryTraceStore {
  readonly batches: RunBatch[] = [];
  broken = false;
  override async append(origin: string, batch: RunBatch): Promise<void> {
    if (this.broken) throw new Error("disk full");
    this.batches.push(batch);
    await super.append(origin, batch);
  }
}

describe("a journal", () => {
  it("writes events that come together in one batch, in order", async () => {
    const store = new WatchedStore();
    const { journal } = await startRun(runOrigin, store);
    await Promise.all(Array.from({ length: 20 }, (_, index) => journal.append(draft("node.start", `n${index}`))));
    await journal.flush();
    expect(store.batches.map(({ lines, durability }) => [lines.length, durability])).toEqual([
      [1, "strict"],
      [20, "relaxed"],
    ]);
    const { events } = await loadRun(store, runOrigin, vkey);
    expect(events.slice(1).map(({ key }) => key)).toEqual(Array.from({ length: 20 }, (_, index) => `n${index}`));
  });

  it("has an intent on disk, with everything before it, when its promise resolves", async () => {
    const store = new WatchedStore();
    const { journal } = await startRun(runOrigin, store);
    void journal.append(draft("node.start", "n"));
    await journal.append(draft("tool.call", "c", { attrs: { tool: "t" } }));
    expect((await store.head(runOrigin))?.size).toBe(3);
    expect(store.batches.at(-1)?.durability).toBe("strict");
  });

  it("stores a checkpoint with the events that it covers", async () => {
    const store = new WatchedStore();
    const { journal } = await startRun(runOrigin, store);
    await appendAll(journal, refundTurn());
    await journal.seal();
    await journal.seal();
    const sizes = (await store.checkpoints(runOrigin)).map(({ size }) => size);
    expect(sizes).toEqual([1, 10, 11, 19]);
    expect(
      store.batches
        .filter(({ checkpoint }) => checkpoint)
        .every(({ head, checkpoint }) => head.size === checkpoint?.size),
    ).toBe(true);
  });

  it("lets nothing follow once a write has failed", async () => {
    const store = new WatchedStore();
    const { journal } = await startRun(runOrigin, store);
    store.broken = true;
    await expect(journal.append(draft("tool.call", "c"))).rejects.toThrow(code("store-failed"));
    store.broken = false;
    await expect(journal.append(draft("node.start", "n"))).rejects.toThrow(code("store-failed"));
    await expect(journal.flush()).rejects.toThrow(code("store-failed"));
    expect((await store.head(runOrigin))?.size).toBe(1);
  });

  it("notices a second writer of the same run", async () => {
    const { journal, store } = await startRun();
    const { state } = await loadRun(store, runOrigin, vkey);
    const second = createJournal({ log: openRunLog(state, testOptions()), store });
    await journal.append(draft("tool.call", "c1"));
    await expect(second.append(draft("tool.call", "c2"))).rejects.toThrow(code("fork"));
  });

  it("goes on after a crash where the store stands", async () => {
    const { journal, store } = await startRun();
    await appendAll(journal, refundTurn().slice(0, 12));
    const loaded = await loadRun(store, runOrigin, vkey);
    const again = createJournal({ log: openRunLog(loaded.state, testOptions(runOrigin, "later")), store });
    await again.append(draft("run.recovered", "recovered", { attrs: { lastSeq: 12, openIntents: ["t1/a/0/c0"] } }));
    const { events } = await loadRun(store, runOrigin, vkey);
    expect(events.at(-1)).toMatchObject({ seq: 13, kind: "run.recovered" });
  });

  it("does not go on with a store that lost sealed events", async () => {
    const { journal, store } = await startRun();
    await appendAll(journal, refundTurn());
    await journal.seal();
    const cut = new MemoryTraceStore();
    const lines = await store.lines(runOrigin, 0, 5);
    const [sealed] = (await store.checkpoints(runOrigin)).slice(-1);
    const state = { size: 0, prev: "" };
    await cut.append(runOrigin, {
      expected: state,
      lines,
      disclosures: [],
      head: { size: 5, prev: "" },
      ...(sealed && { checkpoint: sealed }),
      durability: "strict",
    });
    await expect(loadRun(cut, runOrigin, vkey)).rejects.toThrow(code("truncated"));
  });
});

describe("a replay", () => {
  async function recorded() {
    const { journal, store, close } = await startRun();
    await appendAll(journal, refundTurn());
    await close();
    return loadRun(store, runOrigin, vkey);
  }

  it("rebuilds every line byte for byte", async () => {
    const { lines, disclosures, events } = await recorded();
    const replay = createReplayJournal({ origin: runOrigin, lines, disclosures });
    for (const { seq: _seq, time: _time, digests: _digests, ...each } of events) await replay.append(each);
    expect(replay.end()).toBeUndefined();
  });

  it("names the first step that differs, and the step at which one of them ends", async () => {
    const { lines, disclosures, events } = await recorded();
    const replay = createReplayJournal({ origin: runOrigin, lines, disclosures });
    for (const each of events.slice(0, 6)) {
      await replay.append(each.seq === 4 ? { ...each, attrs: { ...each.attrs, verdict: "block" } } : each);
    }
    expect(replay.difference()).toMatchObject({ seq: 4, recorded: lines[4] });
    const shorter = createReplayJournal({ origin: runOrigin, lines, disclosures });
    for (const each of events.slice(0, 6)) await shorter.append(each);
    expect(shorter.difference()).toBeUndefined();
    expect(shorter.end()).toMatchObject({ seq: 6, replayed: undefined });
  });

  it("stops at a value that was erased", async () => {
    const { lines, disclosures, events } = await recorded();
    const left = disclosures.filter(({ seq, field }) => !(seq === 2 && field === "content"));
    const replay = createReplayJournal({ origin: runOrigin, lines, disclosures: left });
    for (const each of events.slice(0, 2)) await replay.append(each);
    await expect(replay.append(events[2] ?? draft("x", "x"))).rejects.toThrow(code("erased"));
  });
});

describe("the ledger", () => {
  it("erases a value and records the erasure in one step", async () => {
    const { journal, store, ledger } = await startRun();
    const event = await journal.append(draft("message", "m", { values: { content: "Ada" } }));
    const { seq, digests } = event;
    await journal.flush();
    await eraseValues(ledger, runOrigin, [event], [{ seq: event.seq, field: "content" }], {
      reason: "asked",
      actorRef: "u1",
    });
    const { events, lines } = await loadRun(store, runOrigin, vkey);
    expect(events[seq]?.values).toEqual({});
    expect(events[seq]?.digests["content"]).toBe(digests["content"]);
    expect(lines).toHaveLength(2);
    const entries = await Array.fromAsync(ledgerLines(store), ({ entry }) => entry);
    expect(entries).toMatchObject([
      { type: "run.open", vkey },
      { type: "redact", seq, field: "content" },
    ]);
    const nothing = eraseValues(ledger, runOrigin, [event], [{ seq: event.seq, field: "x" }], {
      reason: "",
      actorRef: "",
    });
    await expect(nothing).rejects.toThrow(code("bad-disclosure"));
  });

  it("opens again where it stood, and notices a second writer", async () => {
    const { store, ledger } = await startRun();
    const options = { origin: workspace, signer: testSigner(workspace), store, now: () => 1_800_000_000_500 };
    const second = await openLedger(options);
    expect(second.size()).toBe(ledger.size());
    const entry = { type: "export", run: runOrigin, size: 1, manifest: "m" } as const;
    await second.record([entry]);
    await expect(ledger.record([entry])).rejects.toThrow(code("fork"));
  });
});
