import { compile, type JsonObject } from "#engine";
import { drawnRegistry, registry } from "#nodes";
import { templates } from "#templates";
import { expect, test } from "vitest";

const stock: JsonObject = { address: "https://shop.example/stock", description: "Looks up stock." };

test("draws every kind of step, and runs no flow that it has not checked", () => {
  expect([...drawnRegistry.keys()]).toEqual([...registry.keys()]);
  for (const { flow } of templates) {
    expect(compile(flow, registry).ok).toBe(true);
    expect(compile(flow, drawnRegistry).ok).toBe(false);
  }
});

test.each<[string, JsonObject]>([
  ["condition", { mode: "expression", expression: "true" }],
  ["firewall", {}],
  ["http-request", stock],
  ["template", { template: "Hello" }],
])("calls everything about a %s a problem, for it has no reader", (type, config) => {
  const severities = (drawnRegistry.get(type)?.remarksOn(config) ?? []).map(({ severity }) => severity);
  expect(severities).toContain("error");
});

test("gives no rule for a tool that it has not inferred", () => {
  const http = drawnRegistry.get("http-request");
  expect(http?.summarise(stock)).toBe("Calls shop.example");
  expect(http?.toolsFor(stock)).toEqual([]);
  expect(registry.get("http-request")?.toolsFor(stock)).toHaveLength(1);
});

test("keeps settings that only the full kinds can read", () => {
  const guards = { words: { patterns: [{ name: "Open", pattern: "(" }] } };
  expect(drawnRegistry.get("firewall")?.configSchema.safeParse({ guards }).success).toBe(true);
  expect(registry.get("firewall")?.configSchema.safeParse({ guards }).success).toBe(false);
});
