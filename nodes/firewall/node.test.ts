import { Blocked, jsonToText, labelled, type InlineFirewall, type JsonObject } from "#engine";
import { firewallPolicy, inspect } from "#pillars/firewall";
import { expect, test } from "vitest";
import { execute, fromUser } from "../bench.fixture.ts";
import { firewall } from "./index.ts";

/** The checks themselves on a bare wire. */
const wire: InlineFirewall = {
  async inspect(_key, value, direction, config) {
    const policy = firewallPolicy.parse(config);
    const verdict = inspect({ text: jsonToText(value.data), direction, from: "user" }, policy);
    if (!verdict.passable) throw new Blocked("firewall", "Stopped.", policy.fallback);
    return labelled(verdict.text, value.label);
  },
};

const config = { guards: { words: { list: ["casino"] } } };

test("on a wire, an ordinary text passes unchanged", async () => {
  const passed = await execute(firewall, { text: fromUser("Where is my order?") }, { firewall: wire }, config);
  expect(passed).toEqual({ passed: fromUser("Where is my order?") });
});

test("on a wire, a text that must not pass gives no value at all", async () => {
  const stopped = execute(firewall, { text: fromUser("Visit my casino") }, { firewall: wire }, config);
  await expect(stopped).rejects.toThrow(Blocked);
});

test("a freshly placed one enforces", () => {
  expect(firewall.starterConfig([])["mode"]).toBe("enforce");
  expect(firewall.summarise({})).toBe("9 checks");
  expect(firewall.summarise({ mode: "observe" })).toBe("9 checks, only recorded");
});

test("has the model of its judge asked, once that is on", () => {
  const judge = { model: "mine/large", action: "block" };
  expect(firewall.modelsFor({ tiers: { judge } })).toEqual(["mine/large"]);
  expect(firewall.modelsFor({ tiers: { judge: { ...judge, action: "off" } } })).toEqual([]);
  expect(firewall.modelsFor({})).toEqual([]);
});

test("says that the built-in assistant is no judge", () => {
  const [remark] = firewall.remarksOn({ tiers: { judge: { model: "embedded", action: "warn" } } });
  expect(remark).toMatchObject({ severity: "error", message: expect.stringContaining("cannot judge") });
});

test("says that a transformer needs both of its files", () => {
  const remarks = (transformer: JsonObject) => firewall.remarksOn({ tiers: { transformer } });
  const file = { sha256: "a".repeat(64) };
  expect(remarks({ action: "block", model: file })).toMatchObject([
    { severity: "error", message: expect.stringContaining("lacks") },
  ]);
  expect(remarks({ action: "block", model: file, tokenizer: file })).toEqual([]);
  expect(remarks({ model: file })).toEqual([]);
});
