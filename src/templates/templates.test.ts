import { compile, flowSample, parseFlow, verify, type FlowNode } from "#engine";
import { registry } from "#nodes";
import { describe, expect, test } from "vitest";
import { drawnTemplates } from "./drawn/index.ts";
import { templates } from "./index.ts";

test("the ids that scripts name are there, once each", () => {
  const ids = templates.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["support-refunds", "hr-policies"]));
  expect(new Set(ids).size).toBe(ids.length);
});

test("every card leads to the template that it shows", async () => {
  expect(drawnTemplates.map(({ id }) => id)).toEqual(templates.map(({ id }) => id));
  for (const [at, { load, ...drawn }] of drawnTemplates.entries()) {
    const { flow, ...card } = await load();
    expect({ ...card, flow }).toEqual(templates[at]);
    expect(drawn).toEqual({ ...card, flow: { ...flow, documents: [], samples: [] } });
  }
});

describe.each(templates.map((template) => [template.id, template] as const))("%s", (id, { flow, ...card }) => {
  test("is a flow that a file can carry", () => {
    expect(parseFlow(JSON.parse(JSON.stringify(flow)))).toEqual({ ok: true, flow });
    expect(flow.id).toBe(id);
    expect(Object.values(card).every((text) => text.trim() !== "")).toBe(true);
  });

  test("has no finding at all and compiles", () => {
    expect(verify(flow, registry)).toEqual([]);
    expect(compile(flow, registry).ok).toBe(true);
  });

  test("does not compile without its firewall or its permission", () => {
    for (const guard of ["firewall", "permission"]) {
      const nodes = flow.nodes.filter((node) => node.id !== guard);
      const edges = flow.edges.filter((edge) => edge.from.node !== guard);
      expect(compile({ ...flow, nodes, edges }, registry).ok, guard).toBe(false);
    }
  });

  test("stands on the canvas grid, with no card on another", () => {
    for (const { position } of flow.nodes) expect([position.x % 8, position.y % 8]).toEqual([0, 0]);
    const overlaps = flow.nodes.flatMap((one, at) =>
      flow.nodes.slice(at + 1).flatMap((other) => (touch(one, other) ? [`${one.id} and ${other.id}`] : [])),
    );
    expect(overlaps).toEqual([]);
  });

  test("offers questions and attacks", () => {
    for (const sample of flow.samples) expect(flowSample.safeParse(sample).success, sample.title).toBe(true);
    expect(flow.samples.filter(({ attack }) => !attack).length).toBeGreaterThanOrEqual(4);
    for (const { attack, guardrail } of flow.samples) if (attack) expect(guardrail).toBeDefined();
  });
});

test("the support template attacks each of the five guardrails", () => {
  const samples = templates.find(({ id }) => id === "support-refunds")?.flow.samples ?? [];
  const attacked = new Set(samples.filter(({ attack }) => attack).map(({ guardrail }) => guardrail));
  expect(attacked).toEqual(new Set(["autonomy", "firewall", "privileges", "sandbox", "trace"]));
});

test("what HR alone may read is in no Knowledge node", () => {
  const flow = templates.find(({ id }) => id === "hr-policies")?.flow;
  const named = flow?.nodes.find(({ type }) => type === "knowledge")?.config["documents"];
  expect(named).toContain("annual-leave");
  expect(named).not.toContain("whistleblowing");
});

/** Whether two cards come nearer than a grid step, by the sizes that the canvas gives them. */
function touch(one: FlowNode, other: FlowNode): boolean {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  const apart = (from: number, length: number, to: number) => to >= from + length + 8;
  return !(
    apart(one.position.x, a.width, other.position.x) ||
    apart(other.position.x, b.width, one.position.x) ||
    apart(one.position.y, a.height, other.position.y) ||
    apart(other.position.y, b.height, one.position.y)
  );
}

function sizeOf({ type }: FlowNode): { width: number; height: number } {
  const definition = registry.get(type);
  if (definition?.group === "guard") return { width: 96, height: 104 };
  if (definition?.provides === "tool") return { width: 176, height: 56 };
  return Object.keys(definition?.attach ?? {}).length > 2 ? { width: 368, height: 88 } : { width: 208, height: 56 };
}
