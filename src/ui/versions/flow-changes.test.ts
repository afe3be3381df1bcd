import { expect, test } from "vitest";
import { applyEdits, emptyFlow, type Flow } from "#engine";
import { flowChanges } from "./flow-changes.ts";

const node = (id: string, type: string, config = {}) => ({ id, type, version: 1, position: { x: 0, y: 0 }, config });
const wire = (id: string, from: string, to: string) =>
  ({ id, kind: "data", from: { node: from, port: "out" }, to: { node: to, port: "in" } }) as const;

const before: Flow = {
  ...emptyFlow("shop", "Shop"),
  nodes: [node("in", "chat-input"), node("agent", "agent", { model: "embedded", steps: 4 }), node("out", "reply")],
  edges: [wire("e1", "in", "agent"), wire("e2", "agent", "out")],
  documents: [
    { id: "terms", title: "Terms", text: "Thirty days." },
    { id: "old", title: "Old", text: "Gone." },
  ],
};

test("a flow does not differ from itself, whatever the order of keys and the ids of wires", () => {
  const agent = { ...node("agent", "agent", { steps: 4, model: "embedded" }) };
  const same = {
    ...before,
    nodes: before.nodes.map((each) => (each.id === "agent" ? agent : each)),
    edges: [wire("x1", "in", "agent"), wire("x2", "agent", "out")],
  };
  expect(flowChanges(before, same)).toEqual([]);
});

test("a step that came or went takes its wires along", () => {
  const without = applyEdits(before, [{ type: "remove-node", nodeId: "out" }]);
  expect(flowChanges(before, without)).toEqual([{ kind: "removed", nodeId: "out" }]);
  expect(flowChanges(without, before)).toEqual([{ kind: "added", nodeId: "out" }]);
});

test("another kind of step under an old id is told as one that went and one that came", () => {
  const other = { ...before, nodes: [...before.nodes.slice(0, 2), node("out", "code")] };
  expect(flowChanges(before, other)).toEqual([
    { kind: "added", nodeId: "out" },
    { kind: "removed", nodeId: "out" },
  ]);
});

test("settings, names, wires, documents and places are told one by one", () => {
  const after = {
    ...applyEdits(before, [
      { type: "rename", title: "Store" },
      { type: "set-config", nodeId: "agent", config: { steps: 6, instructions: "Be kind." } },
      { type: "set-node", nodeId: "agent", change: { title: "Helper", disabled: true, retries: 2 } },
      { type: "move-node", nodeId: "in", position: { x: 40, y: 0 } },
      { type: "remove-edge", edgeId: "e2" },
      { type: "add-edge", edge: wire("e3", "in", "out") },
    ]),
    documents: [
      { id: "terms", title: "Terms", text: "Sixty days." },
      { id: "new", title: "New", text: "Come." },
    ],
    description: "Sells lamps.",
  };
  expect(flowChanges(before, after)).toEqual([
    { kind: "title", before: "Shop", after: "Store" },
    { kind: "renamed", nodeId: "agent" },
    { kind: "turned-off", nodeId: "agent" },
    { kind: "retries", nodeId: "agent" },
    { kind: "setting", nodeId: "agent", name: "model", before: "embedded", after: undefined },
    { kind: "setting", nodeId: "agent", name: "steps", before: 4, after: 6 },
    { kind: "setting", nodeId: "agent", name: "instructions", before: undefined, after: "Be kind." },
    { kind: "wired", edge: wire("e3", "in", "out") },
    { kind: "unwired", edge: wire("e2", "agent", "out") },
    { kind: "documents", added: 1, removed: 1, changed: 1 },
    { kind: "description" },
    { kind: "moved", steps: 1 },
  ]);
});
