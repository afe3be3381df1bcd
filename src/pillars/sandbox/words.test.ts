import { expect, test } from "vitest";
import { codeLimits } from "#engine";
import { codeSentence, failureOf, fromWall, isToWall, type Ending } from "./index.ts";

const limits = codeLimits.parse({});

test("the sentence names what code may use and where it stops", () => {
  expect(codeSentence(["Look up order"], [], limits)).toBe(
    "This code may use Look up order and nothing else; it stops after 1 s and 64 MB.",
  );
  expect(codeSentence(["A", "B", "C"], [], { timeMs: 250, memoryBytes: 24 * 2 ** 20 })).toBe(
    "This code may use A, B and C and nothing else; it stops after 250 ms and 24 MB.",
  );
  expect(codeSentence(["A", "B"], ["C"], limits)).toBe(
    "This code may use A and B, C only once a person agrees, and nothing else; it stops after 1 s and 64 MB.",
  );
  expect(codeSentence([], ["C"], limits)).toContain("may use C only once a person agrees, and nothing else;");
  expect(codeSentence([], [], limits)).toBe(
    "This code can reach nothing outside itself; it stops after 1 s and 64 MB.",
  );
});

test.each<[Exclude<Ending, { how: "value" }>, string, RegExp]>([
  [{ how: "thrown", message: "no", line: 3, isDenial: false }, "error", /^no \(line 3\)$/],
  [{ how: "thrown", message: "no", isDenial: true }, "denied", /^no$/],
  [{ how: "interrupted" }, "timeout", /1 s/],
  [{ how: "stuck" }, "timeout", /never comes/],
  [{ how: "waited" }, "timeout", /30 s/],
  [{ how: "out-of-memory" }, "memory", /64 MB/],
  [{ how: "stack" }, "error", /deeply/],
  [{ how: "value-fault", fault: "too-large" }, "output-limit", /1 MB/],
  [{ how: "value-fault", fault: "not-json" }, "error", /JSON/],
  [{ how: "source-too-large" }, "error", /256 KB/],
  [{ how: "aborted" }, "error", /stopped/],
  [{ how: "not-started" }, "crashed", /did not start/],
  [{ how: "broken" }, "crashed", /thrown away/],
])("%o ends as %s", (ending, outcome, sentence) => {
  const failure = failureOf(ending, limits);
  expect(failure.outcome).toBe(outcome);
  expect(failure.error).toMatch(sentence);
  expect(failure.error.length).toBeLessThanOrEqual(1_000);
});

test("an error's message is cut, its line is kept", () => {
  const { error } = failureOf({ how: "thrown", message: "m".repeat(5_000), line: 12, isDenial: false }, limits);
  expect(error).toHaveLength(1_000);
  expect(error).toMatch(/… \(line 12\)$/);
});

test("messages with anything unknown are refused on both sides", () => {
  const run = { kind: "run", language: "javascript", source: "", input: "null", now: 0, seed: 0, limits };
  const answer = { kind: "answer", id: 1, ok: true, text: "1", isDenial: false };
  const greeting = { kind: "greeting" };
  for (const sound of [run, { ...run, reads: { orders: "all", people: ["name"] } }, answer, greeting])
    expect(isToWall(sound)).toBe(true);
  for (const unsound of [
    { ...run, tools: [] },
    { ...run, limits: {} },
    { ...run, limits: { ...limits, calls: -1 } },
    { ...run, limits: { ...limits, wishes: 3 } },
    { ...run, language: "constructor" },
    { ...run, reads: { orders: [1] } },
    { ...run, source: undefined },
    { ...answer, id: 0.5 },
    { ...greeting, more: 1 },
    Object.create(run),
    [run],
    null,
    "run",
  ])
    expect(isToWall(unsound), JSON.stringify(unsound)).toBe(false);
  const end = { kind: "end", ending: { how: "value", text: "1" }, cpuMs: 1, memoryBytes: 1 };
  expect(fromWall.safeParse(end).success).toBe(true);
  // Only the parent can see that a run was called off.
  for (const hostile of [
    { ...end, ending: { how: "aborted" } },
    { ...end, cpuMs: -1 },
    { ...end, ending: { how: "value", text: new ArrayBuffer(1, { maxByteLength: 8 }) } },
    { kind: "call", id: 1, tool: "x".repeat(201), argument: "" },
    null,
    "ready",
  ])
    expect(fromWall.safeParse(hostile).success).toBe(false);
});
