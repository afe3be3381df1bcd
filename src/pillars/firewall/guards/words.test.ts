import { describe, expect, it } from "vitest";
import { firewallPolicy, inspect } from "../index.ts";

function found(list: string[], text: string): string[] {
  const policy = firewallPolicy.parse({ guards: { words: { list } } });
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

  it("are looked for only where the policy says", () => {
    const policy = firewallPolicy.parse({ guards: { words: { list: ["acme"], where: "input" } } });
    expect(inspect({ text: "acme", direction: "output", from: "model" }, policy).verdict).toBe("allow");
    expect(inspect({ text: "acme", direction: "input", from: "user" }, policy).verdict).toBe("block");
  });
});
