import { describe, expect, it } from "vitest";
import { createStreamInspector, firewallPolicy, inspect } from "../index.ts";

function found(list: string[], text: string, patterns: { name: string; pattern: string }[] = []): string[] {
  const policy = firewallPolicy.parse({ guards: { words: { list, patterns } } });
  return inspect({ text, direction: "output", from: "model" }, policy).findings.map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("custom words", () => {
  it.each([
    [["top secret"], "It is Top  Secret.", ["Top  Secret"]],
    [["refund*"], "Refunds and refunding, prefund", ["Refunds", "refunding"]],
    [["*gate*house"], "The Xgatewayhouse", ["Xgatewayhouse"]],
    [["c++ (old)"], "We use C++ (old) here", ["C++ (old)"]],
    [["机密"], "这是机密文件", ["机密"]],
    [["secret"], "s\u200be\u200bcret", ["s\u200be\u200bcret"]],
    [["acme"], "Acmeville", []],
    [["*"], "", []],
  ])("%j in %j", (list, text, expected) => {
    expect(found(list, text)).toEqual(expected);
  });

  it.each([
    ["ab-\\d{4}", "Invoice AB-1234.", ["AB-1234"]],
    ["ab-\\d{4}", "A\u200bB-12\u200b34", ["A\u200bB-12\u200b34"]],
    ["(a+)+$", `${"a".repeat(100_000)}!`, []],
  ])("the pattern %s", (pattern, text, expected) => {
    expect(found([], text, [{ name: "Invoice", pattern }])).toEqual(expected);
  });

  it("with a pattern that cannot be read nothing passes", () => {
    const policy = firewallPolicy.parse({});
    const words = { ...policy.guards.words, patterns: [{ name: "Odd", pattern: "(" }] };
    const verdict = inspect(
      { text: "Where is my order?", direction: "input", from: "user" },
      { ...policy, guards: { ...policy.guards, words } },
    );
    expect(verdict).toMatchObject({ verdict: "block", passable: false });
    expect(verdict.findings[0]?.reason).toBe("The pattern “Odd” cannot be read, so nothing passes it.");
  });

  it("a setting with a wrong pattern says what is wrong where it is", () => {
    const { error } = firewallPolicy.safeParse({ guards: { words: { patterns: [{ name: "", pattern: "a**" }] } } });
    expect(error?.issues.map(({ path, message }) => [path.slice(2).join("."), message])).toEqual([
      ["patterns.0.name", "Give the pattern a name."],
      ["patterns.0.pattern", "Character 3 repeats what is repeated already. Put the first part in brackets."],
    ]);
  });

  it("hold a reply back for as long as a pattern may still grow, and show nothing of what they stop", () => {
    const text = "Your voucher is AB-1234, keep it. It is good for a year from today, in every shop of ours.";
    for (const pattern of ["AB-\\d{4}", "voucher.*?shop"]) {
      const policy = firewallPolicy.parse({
        guards: { words: { action: "redact", patterns: [{ name: "V", pattern }] } },
      });
      const inspector = createStreamInspector({ direction: "output", from: "model" }, policy);
      const shown = text
        .split("")
        .map((letter) => inspector.push(letter).release)
        .join("");
      const { release, verdict } = inspector.end();
      expect(shown + release).toBe(verdict.text);
      expect(verdict.text).toContain("[removed]");
    }
  });

  it("are looked for only where the policy says", () => {
    const policy = firewallPolicy.parse({ guards: { words: { list: ["acme"], where: "input" } } });
    expect(inspect({ text: "acme", direction: "output", from: "model" }, policy).verdict).toBe("allow");
    expect(inspect({ text: "acme", direction: "input", from: "user" }, policy).verdict).toBe("block");
  });
});
