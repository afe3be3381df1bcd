import { firewallPolicy, inspect } from "#pillars/firewall";
import { expect, test } from "vitest";

/** Patterns on which an engine that goes back over what it has read takes time exponential or cubic in the text. */
const catastrophic: readonly (readonly [pattern: string, text: string])[] = [
  ["(a+)+$", `${"a".repeat(25)}!`],
  ["(a|aa)+$", `${"a".repeat(36)}!`],
  ["([a-zA-Z]+)*$", `x${"a".repeat(26)}!`],
  ["(x+x+)+y", "x".repeat(27)],
  ["^(\\d+)+$", `${"1".repeat(26)}a`],
  ["(.*)*=(.*)*=b", "=".repeat(26)],
];

/** A person waits no longer than this for a text to be inspected. */
const mostMs = 100;

type Search = (pattern: string, text: string) => void;

/** The patterns that took longer; the best of three, because the machine may be busy. */
function slow(search: Search): string[] {
  return catastrophic.flatMap(([pattern, text]) => {
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      search(pattern, text);
      return performance.now() - started;
    });
    return Math.min(...times) > mostMs ? [pattern] : [];
  });
}

const firewall: Search = (pattern, text) => {
  const set = firewallPolicy.safeParse({
    guards: { words: { action: "block", patterns: [{ name: "own", pattern }] } },
  });
  // A pattern that could be empty is refused when it is written down, which is as good.
  if (set.success) inspect({ text, direction: "input", from: "user", only: ["words"] }, set.data);
};

test("S28: no pattern of a person's own makes the firewall slow", () => {
  expect(slow(firewall)).toEqual([]);
  const long: Search = (pattern) => firewall(pattern, `${"a".repeat(20_000)}!`);
  expect(slow(long)).toEqual([]);
});
test("S28: at least four of the patterns are taken, so that they are searched for", () => {
  const taken = catastrophic.filter(
    ([pattern]) => firewallPolicy.safeParse({ guards: { words: { patterns: [{ name: "own", pattern }] } } }).success,
  );
  expect(taken.length).toBeGreaterThanOrEqual(4);
});
test("S28, planted: an engine that goes back over what it has read is found", () => {
  const [first] = catastrophic;
  const backtracking: Search = (pattern, text) => void (pattern === first?.[0] && new RegExp(pattern, "u").test(text));
  expect(slow(backtracking)).toEqual([first?.[0]]);
});
