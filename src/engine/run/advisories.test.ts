import { z } from "zod";
import { expect, test } from "vitest";
import { defineNode } from "../node/define-node.ts";
import { json, text, type DataPort } from "../node/ports.ts";
import { createRegistry, type NodeRegistry } from "../node/registry.ts";
import type { JsonValue } from "../value/json.ts";
import { createBareHouse, createTestNodes, flowOf, planOf } from "./bare-house.fixture.ts";
import { run } from "./run.ts";

/** Objects that a part behind it would take for a file, an address or a number, where a text was meant. */
const objects: readonly JsonValue[] = [
  { path: "/etc/passwd" },
  { href: "https://evil.example/", toString: "x" },
  { filepath: "/etc/passwd", size: 3, type: "text/plain" },
  ["/etc/passwd"],
  7,
  true,
  null,
];

/** What a step with this input was handed, of values that a step before it made. */
async function handed(input: DataPort<JsonValue> | DataPort<string>): Promise<unknown[]> {
  const got: unknown[] = [];
  const common = { version: 1, group: "logic", icon: "x", description: "", summary: () => "", attach: {} } as const;
  const make = defineNode({
    ...common,
    type: "make",
    title: "Make",
    config: z.strictObject({ value: z.json() }),
    inputs: { begin: text("Begin") },
    outputs: { value: json("Value") },
    needs: [],
    effect: "read",
    run: async ({ config }) => ({ value: config.value as JsonValue }),
  });
  const take = defineNode({
    ...common,
    type: "take",
    title: "Take",
    config: z.strictObject({}),
    inputs: { given: input },
    outputs: {},
    needs: [],
    effect: "read",
    run: async ({ inputs }) => {
      got.push(inputs.given);
      return {};
    },
  });
  const registry: NodeRegistry = createRegistry([...createTestNodes().registry.values(), make, take]);
  for (const value of objects) {
    const flow = flowOf(
      [
        { id: "start", type: "start", config: {} },
        { id: "make", type: "make", config: { value } },
        { id: "take", type: "take", config: {} },
      ],
      ["start.message > make.begin", "make.value > take.given"],
    );
    const speaker = { id: "a", name: "A", role: "customer" };
    for await (const _ of run(planOf(flow, registry), { text: "hi", speaker }, createBareHouse().host));
  }
  return got;
}

const noText = (value: unknown) => typeof value !== "string";

test("S27: a step that takes a text is handed a text, whatever the step before it made", async () => {
  const got = await handed(text("Given"));
  expect(got).toHaveLength(objects.length);
  expect(got.filter(noText)).toEqual([]);
  expect(got[0]).toBe('{"path":"/etc/passwd"}');
});
test("S27, planted: a step that leaves open what it takes is handed the objects", async () => {
  expect((await handed(json("Given"))).filter(noText)).toEqual(objects);
});
