import { systemActor } from "#engine";
import { describe, expect, it } from "vitest";
import { startRun } from "./fixtures.ts";
import { eventSink } from "./sink.ts";

describe("the engine's sink", () => {
  it("records an exact draft and gives it back with its place and time", async () => {
    const { journal } = await startRun();
    const sink = eventSink(journal);
    const event = await sink.append({
      kind: "turn.end",
      key: "t1",
      actor: systemActor,
      attrs: { turn: 1, status: "done" },
      values: { sentence: "" },
    });
    expect(event).toMatchObject({ kind: "turn.end", seq: 1, values: { sentence: "" } });
    expect(event).not.toHaveProperty("digests");
  });

  it("records nothing that has not the shape of its kind", async () => {
    const { journal } = await startRun();
    const sink = eventSink(journal);
    const wrong = {
      kind: "turn.end",
      key: "t1",
      actor: systemActor,
      attrs: { turn: 1, status: "done", more: 1 },
      values: { sentence: "" },
    } as const;
    await expect(sink.append(wrong)).rejects.toThrow(expect.objectContaining({ code: "bad-line" }));
    expect(journal.size()).toBe(1);
  });
});
