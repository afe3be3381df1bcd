import { firewallPolicy, inspect, type Finding } from "#pillars/firewall";
import { expect, test } from "vitest";
import { foundParts, reasonsOf } from "./found-parts.ts";

function finding(start: number, end: number, change: Partial<Finding> = {}): Finding {
  return {
    guard: "words",
    category: "custom-word",
    score: 1,
    start,
    end,
    reason: "Found.",
    action: "block",
    ...change,
  };
}

const reason = (each: Finding) => each.reason;

test("marks the very characters and loses none", () => {
  const text = "one two three";
  const parts = foundParts(text, [finding(8, 13), finding(0, 3, { action: "redact" })], reason);
  expect(parts.map((part) => (typeof part === "string" ? part : [part.text, part.tone]))).toEqual([
    ["one", "change"],
    " two ",
    ["three", "stop"],
  ]);
});

test("what overlaps is one mark, as strict as the strictest, with every reason", () => {
  const parts = foundParts(
    "abcdef",
    [finding(0, 4, { action: "warn", reason: "A." }), finding(2, 6, { action: "ask", reason: "B." })],
    reason,
  );
  expect(parts).toEqual([{ text: "abcdef", tone: "ask", icon: "list-checks", note: "A. B." }]);
});

test("a finding of no length, or none at all, leaves the text whole", () => {
  expect(foundParts("abc", [finding(1, 1)], reason)).toEqual(["abc"]);
  expect(foundParts("abc", [], reason)).toEqual(["abc"]);
  expect(foundParts("", [], reason)).toEqual([]);
});

test("a text that is nothing but findings is cut down to so many marks and keeps every character", () => {
  const text = "casino ".repeat(2_000);
  const policy = firewallPolicy.parse({ guards: { words: { list: ["casino"] } } });
  const { findings } = inspect({ text, direction: "input", from: "user" }, policy);
  const parts = foundParts(text, findings, reason);
  expect(parts.map((part) => (typeof part === "string" ? part : part.text)).join("")).toBe(text);
  expect(parts.filter((part) => typeof part !== "string")).toHaveLength(300);
});

test("each reason is told once, the strictest first and at its surest", () => {
  const told = reasonsOf([
    finding(0, 1, { action: "warn", reason: "A.", score: 0.9 }),
    finding(1, 2, { reason: "B.", score: 0.4 }),
    finding(3, 4, { reason: "B.", score: 0.8 }),
  ]);
  expect(told.map((each) => [each.reason, each.score])).toEqual([
    ["B.", 0.8],
    ["A.", 0.9],
  ]);
});
