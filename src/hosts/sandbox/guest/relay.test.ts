import { expect, test } from "vitest";
import { fromWall } from "#pillars/sandbox";
import { testLimits } from "../contract.ts";
import { relay, type Line } from "./relay.ts";

/** A relay whose two ends the test holds: what the parent hears, what the guest hears, and how either speaks. */
function openRelay(limits: Partial<typeof testLimits> = {}, asked: "run" | "no run yet" = "run") {
  const heard: { parent: unknown[]; guest: unknown[] } = { parent: [], guest: [] };
  const speak: { parent: (message: unknown) => void; guest: (message: unknown) => void } = {
    parent: () => undefined,
    guest: () => undefined,
  };
  const moved: ArrayBuffer[] = [];
  const line = (end: "parent" | "guest"): Line => ({
    post(message, handed = []) {
      heard[end].push(message);
      moved.push(...handed);
    },
    listen: (listener) => void (speak[end] = listener),
  });
  relay(line("parent"), line("guest"));
  speak.guest({ kind: "ready" });
  if (asked === "run") speak.parent({ kind: "limits", limits: { ...testLimits, ...limits } });
  return {
    heard,
    moved,
    asParent: (message: unknown) => speak.parent(message),
    asGuest: (message: unknown) => speak.guest(message),
  };
}

const end = { kind: "end", ending: { how: "value", text: "1" }, cpuMs: 1, memoryBytes: 2 };

test("an honest run passes as it is", async () => {
  const { heard, asParent, asGuest } = openRelay();
  asGuest({ kind: "log", line: "one" });
  asGuest({ kind: "log", line: "two" });
  asGuest({ kind: "call", id: 1, tool: "echo", argument: "1" });
  asGuest({ kind: "idle" });
  asParent({ kind: "answer", id: 1, ok: true, text: "1", isDenial: false });
  asGuest(end);
  expect(heard.parent).toEqual([
    { kind: "ready" },
    { kind: "logs", lines: ["one", "two"] },
    { kind: "call", id: 1, tool: "echo", argument: "1" },
    { kind: "idle" },
    end,
  ]);
  for (const message of heard.parent) expect(fromWall.safeParse(message).success).toBe(true);
  expect(heard.guest.at(-1)).toMatchObject({ kind: "answer", text: "1" });
});

test("a value's bytes are handed on and not copied", () => {
  const { heard, moved, asGuest } = openRelay();
  const text = new TextEncoder().encode("[1]").buffer;
  asGuest({ ...end, ending: { how: "value", text } });
  expect(heard.parent.at(-1)).toEqual({ ...end, ending: { how: "value", text } });
  expect(moved).toEqual([text]);
});

test("bytes that could become more on their way are no value", () => {
  const { heard, moved, asGuest } = openRelay();
  asGuest({ ...end, ending: { how: "value", text: new ArrayBuffer(8, { maxByteLength: 2 ** 20 }) } });
  expect(heard.parent.at(-1)).toEqual({ kind: "broken" });
  expect(moved).toEqual([]);
});

test("lines reach the parent although the guest says nothing more", async () => {
  const { heard, asGuest } = openRelay();
  asGuest({ kind: "log", line: "working" });
  await expect.poll(() => heard.parent.at(-1)).toEqual({ kind: "logs", lines: ["working"] });
});

test.each([
  ["a thousand times that it waits", Array.from({ length: 1_000 }, () => ({ kind: "idle" })), 1],
  ["what is no message", [{ kind: "wipe" }, null, 3, []], 1],
  ["ready once more", [{ kind: "ready" }, end], 1],
  ["its end twice", [end, end, { kind: "call", id: 1, tool: "echo", argument: "1" }], 1],
  ["a value over its cap", [{ ...end, ending: { how: "value", text: "x".repeat(2_000_000) } }], 1],
  ["an object where text belongs", [{ ...end, ending: { how: "value", text: { deep: ["x"] } } }], 1],
  ["bytes", [new Uint8Array(1_000_000), new ArrayBuffer(8)], 1],
  ["a value in more bytes than its cap", [{ ...end, ending: { how: "value", text: new ArrayBuffer(2_000_000) } }], 1],
  ["a line in bytes", [{ kind: "log", line: new ArrayBuffer(8) }], 1],
])("a guest that says %s costs the parent a message at most", (_title, messages, count) => {
  const { heard, asGuest } = openRelay();
  for (const message of messages) asGuest(message);
  expect(heard.parent.length - 1).toBe(count);
});

test("a guest that is ready a thousand times before its run costs the parent a message at most", () => {
  const { heard, asGuest } = openRelay({}, "no run yet");
  for (let turn = 0; turn < 1_000; turn++) asGuest({ kind: "ready" });
  expect(heard.parent).toEqual([{ kind: "ready" }, { kind: "broken" }]);
});

test("what a guest says before its limits are known waits for them and is held to them", () => {
  const { heard, asParent, asGuest } = openRelay({}, "no run yet");
  asGuest({ kind: "call", id: 1, tool: "echo", argument: "1" });
  asGuest({ kind: "call", id: 2, tool: "echo", argument: "1" });
  asGuest(end);
  expect(heard.parent).toEqual([{ kind: "ready" }]);
  asParent({ kind: "limits", limits: { ...testLimits, calls: 1, callsInFlight: 0 } });
  expect(heard.parent.slice(1)).toEqual([{ kind: "call", id: 1, tool: "echo", argument: "1" }, { kind: "broken" }]);
  expect(heard.guest).toEqual([]);
});

test("a guest that says very much before its limits are known costs the parent a message at most", () => {
  const { heard, asGuest } = openRelay({}, "no run yet");
  for (let turn = 0; turn < 5_000; turn++) asGuest({ kind: "log", line: "early" });
  expect(heard.parent).toEqual([{ kind: "ready" }, { kind: "broken" }]);
});

test("fields that nobody asked for stay behind", () => {
  const { heard, asGuest } = openRelay();
  asGuest({ kind: "call", id: 1, tool: "echo", argument: "1", more: "x".repeat(1e6) });
  expect(heard.parent.at(-1)).toEqual({ kind: "call", id: 1, tool: "echo", argument: "1" });
});

test("calls and lines are bounded by the run's limits", () => {
  const { heard, asGuest } = openRelay({ calls: 3, callsInFlight: 2, consoleBytes: 100 });
  for (let turn = 0; turn < 100; turn++) asGuest({ kind: "log", line: "0123456789" });
  for (let id = 0; id < 100; id++) asGuest({ kind: "call", id, tool: "echo", argument: "1" });
  const said = heard.parent.map((message) => fromWall.safeParse(message).data);
  expect(said.filter((message) => message?.kind === "call")).toHaveLength(5);
  const lines = said.flatMap((message) => (message?.kind === "logs" ? message.lines : []));
  expect(lines.join("\n").length).toBeLessThanOrEqual(110);
  // Not a message that the parent knows, so the run ends as broken.
  expect(said.at(-1)).toBeUndefined();
});
