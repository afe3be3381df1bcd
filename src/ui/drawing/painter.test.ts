import { applyEdits, verify, type Flow } from "#engine";
import { drawnRegistry, registry } from "#nodes";
import { templates } from "#templates";
import { expect, test } from "vitest";
import { noBadges } from "./badge.ts";
import { canvasEnds, wireEnds } from "./handles.ts";
import { createPainter } from "./painter.ts";

function support(): Flow {
  const found = templates.find(({ id }) => id === "support-refunds");
  if (found === undefined) throw new Error("There is no such template.");
  return found.flow;
}

function scene(flow: Flow) {
  return { flow, findings: verify(flow, registry), badges: noBadges, dataView: false };
}

test("every wire of every template starts and ends at a port that is drawn", () => {
  for (const { flow } of templates) {
    const { nodes, wires } = createPainter(drawnRegistry).paint(scene(flow));
    const ports = new Map(
      nodes.map((node) => [
        node.id,
        node.type === "note"
          ? []
          : [...node.data.ports, ...(node.type === "card" ? node.data.sockets : [])].map(({ id }) => id),
      ]),
    );
    expect(wires).toHaveLength(flow.edges.length);
    for (const { source, sourceHandle, target, targetHandle } of wires) {
      expect(ports.get(source)).toContain(sourceHandle);
      expect(ports.get(target)).toContain(targetHandle);
    }
  }
});

test("what a wire is on the canvas is what it is in the flow", () => {
  for (const edge of support().edges) {
    const { kind, from, to } = edge;
    expect(wireEnds(canvasEnds(edge))).toEqual({ kind, from, to });
  }
});

test("a missing guard is a dashed socket with the guard suggested below it", () => {
  const flow = applyEdits(support(), [{ type: "remove-node", nodeId: "firewall" }]);
  const { nodes, wires } = createPainter(drawnRegistry).paint(scene(flow));
  const agent = nodes.find(({ id }) => id === "agent");
  if (agent?.type !== "card") throw new Error("The agent is no card.");
  expect(agent.data.finding).toEqual({ label: "1", severity: "stop" });
  expect(agent.data.sockets.find(({ name }) => name === "Firewall")).toMatchObject({
    missing: true,
    isSuggested: true,
  });
  expect(nodes.at(-1)).toMatchObject({ type: "guard", data: { kind: "firewall", status: "suggested" } });
  expect(wires.at(-1)).toMatchObject({ source: "agent", data: { state: "missing" } });
});

test("after an edit only what looks different is another object", () => {
  const painter = createPainter(drawnRegistry);
  const flow = support();
  const before = painter.paint(scene(flow));
  const position = { x: 8, y: 8 };
  const after = painter.paint(scene(applyEdits(flow, [{ type: "move-node", nodeId: "reply", position }])));
  const changed = after.nodes.filter((node, at) => node !== before.nodes[at]);
  expect(changed.map(({ id }) => id)).toEqual(["reply"]);
  expect(after.wires.every((wire, at) => wire === before.wires[at])).toBe(true);
});

test("data view marks what leaves a step that reads the words of others, and nothing before it", () => {
  const { wires } = createPainter(drawnRegistry).paint({ ...scene(support()), dataView: true });
  const outside = wires.filter(({ data }) => data?.outside === true).map(({ source, target }) => `${source} ${target}`);
  expect(outside).toEqual(["agent reply"]);
});

test("a step of an unknown kind is drawn, and says what it is called", () => {
  const flow = support();
  const odd: Flow = {
    ...flow,
    nodes: [{ id: "odd", type: "teleport", version: 1, position: { x: 0, y: 0 }, config: {} }],
    edges: [],
  };
  const { nodes } = createPainter(drawnRegistry).paint(scene(odd));
  expect(nodes[0]?.data).toMatchObject({ title: "teleport", status: { kind: "off" } });
});
