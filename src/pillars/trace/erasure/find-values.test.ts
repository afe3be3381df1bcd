import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonValue, TracedEvent } from "../event.ts";
import { findValues, type Sought } from "./find-values.ts";

function event(seq: number, kind: string, values: Record<string, JsonValue>, ref = "engine", type = "system") {
  const actor = { type: type === "user" ? ("user" as const) : ("system" as const), ref };
  return { kind, key: `k${seq}`, actor, attrs: {}, values, digests: {}, seq, time: seq } satisfies TracedEvent;
}

const log: readonly TracedEvent[] = [
  event(0, "run.open", { flowTitle: "Support" }),
  event(1, "turn.start", { speaker: { id: "nora", name: "Nora" } }, "nora", "user"),
  event(2, "message", { content: "My order A1001 is late" }, "nora", "user"),
  event(3, "node.start", { input: { message: "My order A1001 is late" } }),
  event(4, "tool.call", { arguments: { orderId: "A1001" } }),
  event(5, "turn.start", { speaker: { id: "paul", name: "Paul" } }, "paul", "user"),
  event(6, "message", { content: "What did she want?" }, "paul", "user"),
  event(7, "node.end", { output: { text: "She wrote: “MY ORDER Ａ1001 is late”." } }),
  event(8, "guardrail.result", { findings: [{ call: { orderId: "A1001" } }] }),
];

function places(sought: Sought): readonly string[] {
  return findValues(log, sought).map(({ seq, field, isCopy }) => `${seq} ${field}${isCopy ? " copy" : ""}`);
}

describe("what is found", () => {
  test("a value with all its copies, also inside others, in capitals and in wide letters", () => {
    expect(places({ kind: "value", seq: 2, field: "content" })).toEqual(["2 content", "3 input copy", "7 output copy"]);
  });

  test("a structure wherever it stands whole", () => {
    expect(places({ kind: "value", seq: 4 })).toEqual(["4 arguments", "8 findings copy"]);
  });

  test("a text wherever it stands", () => {
    expect(places({ kind: "text", text: "a1001" })).toEqual([
      "2 content",
      "3 input",
      "4 arguments",
      "7 output",
      "8 findings",
    ]);
    expect(places({ kind: "text", text: "A2002" })).toEqual([]);
    expect(places({ kind: "text", text: "" })).toEqual([]);
  });

  test("a person's turns whole, and copies of them in other turns", () => {
    expect(places({ kind: "person", id: "nora" })).toEqual([
      "1 speaker",
      "2 content",
      "3 input",
      "4 arguments",
      "7 output copy",
      "8 findings copy",
    ]);
    expect(places({ kind: "person", id: "engine" })).toEqual([]);
  });
});

test("no text that was sought is left where it stood in a value", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 8 }),
      fc.string({ minLength: 1, unit: "grapheme" }),
      (values, needle) => {
        const events = values.map((value, seq) => event(seq, "message", { content: json(value) }));
        const gone = new Set(findValues(events, { kind: "text", text: needle }).map(({ seq }) => seq));
        for (const { seq, values: left } of events)
          if (!gone.has(seq))
            expect(stringsIn(left["content"] ?? null).some((text) => text.includes(needle))).toBe(false);
      },
    ),
  );
});

function json(value: unknown): JsonValue {
  // Not every number has one form that can be recorded.
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === "number" ? 7 : part)) ?? "null");
}

function stringsIn(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(stringsIn);
}
