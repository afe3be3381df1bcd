import { applyEdits, emptyFlow, flow as flowSchema, parseFlow, verify, type Flow } from "#engine";
import { drawnRegistry, registry } from "#nodes";
import { templates } from "#templates";
import fc from "fast-check";
import { expect, test } from "vitest";
import { repairAll } from "../checks/finding-items.ts";
import { addNode, addNodeTo } from "./add-node.ts";
import { align } from "./align.ts";
import { connect } from "./connect.ts";
import { layOut } from "./lay-out.ts";
import { fragmentOf, moves, nudge, paste, readFragment, remove } from "./selection.ts";

function support(): Flow {
  const found = templates.find(({ id }) => id === "support-refunds");
  if (found === undefined) throw new Error("There is no such template.");
  return found.flow;
}

function kind(type: string) {
  const found = drawnRegistry.get(type);
  if (found === undefined) throw new Error(`There is no ${type}.`);
  return found;
}

test("a flow drawn by adding each step to the last one needs only its guards, and one press adds them", () => {
  let flow = emptyFlow("new", "New flow");
  const first = addNode(flow, kind("chat-input"), { x: 3, y: 5 }, drawnRegistry);
  flow = applyEdits(flow, first.operations);
  const agent = addNodeTo(flow, first.nodeId, kind("agent"), drawnRegistry);
  flow = applyEdits(flow, agent.operations);
  flow = applyEdits(flow, addNodeTo(flow, agent.nodeId, kind("reply"), drawnRegistry).operations);
  flow = applyEdits(flow, addNodeTo(flow, agent.nodeId, kind("refund"), drawnRegistry).operations);
  expect(flow.nodes[0]?.position).toEqual({ x: 0, y: 8 });
  expect(flow.edges).toHaveLength(3);
  expect(verify(flow, registry).map(({ code }) => code)).toEqual([
    "unguarded-model",
    "missing-helper",
    "ungranted-tool",
  ]);
  const repaired = repairAll(flow, (each) => verify(each, registry), applyEdits);
  expect(verify(repaired, registry)).toEqual([]);
});

test("a wire that does not fit is refused in a sentence", () => {
  const flow = support();
  const data = (from: string, fromPort: string, to: string, toPort: string) =>
    connect(
      flow,
      { kind: "data", from: { node: from, port: fromPort }, to: { node: to, port: toPort } },
      drawnRegistry,
    );
  expect(data("chat", "message", "splits", "value")).toMatchObject({ ok: false, reason: /joined already/u });
  expect(data("splits", "yes", "splits", "value")).toMatchObject({ ok: false, reason: /itself/u });
  expect(data("plan", "result", "plan", "nowhere")).toMatchObject({ ok: false });
  const second = {
    kind: "attach",
    from: { node: "limits", port: "guard" },
    to: { node: "agent", port: "firewall" },
  } as const;
  expect(connect(flow, second, drawnRegistry)).toMatchObject({ ok: false, reason: /cannot hang/u });
});

test("a wire back to where it came from is refused before it makes a circle", () => {
  const back = { kind: "data", from: { node: "plan", port: "result" }, to: { node: "splits", port: "value" } } as const;
  expect(connect(support(), back, drawnRegistry)).toMatchObject({ ok: false, reason: /circle/u });
});

test("a socket for one helper takes no second one", () => {
  const flow = applyEdits(support(), [
    {
      type: "add-node",
      node: { id: "spare", type: "limits", version: 1, position: { x: 0, y: 0 }, config: {} },
    },
  ]);
  const wire = {
    kind: "attach",
    from: { node: "spare", port: "guard" },
    to: { node: "agent", port: "limits" },
  } as const;
  expect(connect(flow, wire, drawnRegistry)).toMatchObject({ ok: false, reason: /already/u });
});

test("any part of a flow can be copied, pasted and taken away, and the flow stays one that can be stored", () => {
  const whole = support();
  fc.assert(
    fc.property(
      fc.subarray(
        whole.nodes.map(({ id }) => id),
        { minLength: 1 },
      ),
      (ids) => {
        const fragment = fragmentOf(whole, ids);
        const read = readFragment(JSON.stringify(fragment));
        if (read === undefined) throw new Error("The copy cannot be read.");
        const pasted = paste(whole, read);
        const grown = applyEdits(whole, pasted.operations);
        expect(parseFlow(grown)).toEqual({ ok: true, flow: grown });
        expect(grown.nodes).toHaveLength(whole.nodes.length + ids.length);
        expect(applyEdits(grown, remove(grown, pasted.ids))).toEqual(whole);
      },
    ),
  );
});

test("what is no piece of a flow is not pasted", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readFragment(text) === undefined));
});

test("only what has moved is put into the flow", () => {
  const flow = support();
  const drawn = flow.nodes.map(({ id, position }) => ({ id, position }));
  expect(moves(flow, drawn)).toEqual([]);
  expect(
    moves(flow, [
      { id: "reply", position: { x: 0, y: 0 } },
      { id: "gone", position: { x: 1, y: 1 } },
    ]),
  ).toEqual([{ type: "move-node", nodeId: "reply", position: { x: 0, y: 0 } }]);
});

test("nudging and aligning move the chosen nodes only", () => {
  const flow = support();
  const nudged = applyEdits(flow, nudge(flow, ["chat", "reply"], 8, -8));
  expect(nudged.nodes.filter((node, at) => node !== flow.nodes[at]).map(({ id }) => id)).toEqual(["chat", "reply"]);
  const aligned = applyEdits(flow, align(flow, ["reply", "fallback"], "top"));
  expect(
    new Set(aligned.nodes.filter(({ id }) => id === "reply" || id === "fallback").map(({ position }) => position.y))
      .size,
  ).toBe(1);
});

test("tidied up, no two nodes lie on each other, helpers stand below their step, and the result can be stored", () => {
  for (const { flow } of templates) {
    const tidy = applyEdits(flow, layOut(flow, drawnRegistry));
    expect(flowSchema.safeParse(tidy).success).toBe(true);
    const at = new Map(tidy.nodes.map(({ id, position }) => [id, position]));
    for (const [one, node] of tidy.nodes.entries())
      for (const other of tidy.nodes.slice(one + 1)) {
        const apart =
          Math.abs(node.position.x - other.position.x) >= 100 || Math.abs(node.position.y - other.position.y) >= 56;
        expect(apart, `${node.id} and ${other.id}`).toBe(true);
      }
    for (const { kind: wire, from, to } of tidy.edges)
      if (wire === "attach") expect(at.get(from.node)?.y).toBeGreaterThan(at.get(to.node)?.y ?? 0);
  }
});
