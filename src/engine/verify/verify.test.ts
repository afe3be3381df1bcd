import { registry } from "#nodes";
import { expect, test } from "vitest";
import { z } from "zod";
import { applyEdits } from "../flow/edit.ts";
import { emptyFlow, type Flow } from "../flow/flow.ts";
import { parseFlow } from "../flow/migrations.ts";
import { defineNode } from "../node/define-node.ts";
import * as port from "../node/ports.ts";
import { createRegistry } from "../node/registry.ts";
import type { JsonObject } from "../value/json.ts";
import { compile } from "./compile.ts";
import type { FindingCode } from "./finding.ts";
import { verify } from "./verify.ts";

const node = (id: string, type: string, config: JsonObject = {}) => ({
  id,
  type,
  version: 1,
  position: { x: 0, y: 0 },
  config,
});
const data = (from: string, to: string) => {
  const [fromNode = "", fromPort = ""] = from.split(".");
  const [toNode = "", toPort = ""] = to.split(".");
  return {
    id: `${fromNode}-${toNode}`,
    kind: "data" as const,
    from: { node: fromNode, port: fromPort },
    to: { node: toNode, port: toPort },
  };
};
const attach = (from: string, to: string, socket: string) => ({
  id: `${from}-${to}`,
  kind: "attach" as const,
  from: { node: from, port: "guard" },
  to: { node: to, port: socket },
});

/** A flow with nothing wrong: chat input, a guarded model, a reply. */
function safe(): Flow {
  return {
    ...emptyFlow("f", "Flow"),
    nodes: [node("in", "chat-input"), node("ask", "ask-model"), node("firewall", "firewall"), node("out", "reply")],
    edges: [data("in.message", "ask.prompt"), data("ask.reply", "out.text"), attach("firewall", "ask", "firewall")],
  };
}

function codes(flow: Flow): FindingCode[] {
  return verify(flow, registry).map((finding) => finding.code);
}

test("a guarded flow has no finding and compiles", () => {
  expect(codes(safe())).toEqual([]);
  expect(compile(safe(), registry).ok).toBe(true);
});

test("a model without a firewall does not compile, and one click repairs it", () => {
  const flow = applyEdits(safe(), [{ type: "remove-node", nodeId: "firewall" }]);
  const [finding] = verify(flow, registry);
  expect(finding).toMatchObject({
    code: "unguarded-model",
    severity: "error",
    at: { node: "ask", port: "firewall" },
    title: "Ask a model has no firewall",
  });
  expect(compile(flow, registry).ok).toBe(false);
  const repaired = applyEdits(flow, finding?.fix?.operations ?? []);
  expect(codes(repaired)).toEqual([]);
  expect(compile(repaired, registry).ok).toBe(true);
});

test("a disabled firewall guards nothing", () => {
  const flow = applyEdits(safe(), [{ type: "set-node", nodeId: "firewall", change: { disabled: true } }]);
  expect(codes(flow)).toContain("unguarded-model");
});

test("a tool without a rule does not compile, and the repair adds the safe rule for its effect", () => {
  const agent = {
    ...safe(),
    nodes: [
      node("in", "chat-input"),
      node("ask", "agent"),
      node("firewall", "firewall"),
      node("limits", "limits"),
      node("refund", "refund"),
      node("out", "reply"),
    ],
    edges: [
      data("in.message", "ask.message"),
      data("ask.reply", "out.text"),
      attach("firewall", "ask", "firewall"),
      attach("limits", "ask", "limits"),
      attach("refund", "ask", "tool"),
    ],
  };
  const [finding] = verify(agent, registry);
  expect(finding).toMatchObject({ code: "ungranted-tool", at: { node: "refund" } });
  const repaired = applyEdits(agent, finding?.fix?.operations ?? []);
  expect(codes(repaired)).toEqual([]);
  const rules = repaired.nodes.find((each) => each.type === "permission")?.config["rules"];
  expect(rules).toMatchObject([{ tool: "refund", allow: "ask" }]);
});

test.each<[FindingCode, (flow: Flow) => Flow]>([
  ["no-trigger", (flow) => applyEdits(flow, [{ type: "remove-node", nodeId: "in" }])],
  ["no-answer", (flow) => applyEdits(flow, [{ type: "remove-node", nodeId: "out" }])],
  ["missing-input", (flow) => applyEdits(flow, [{ type: "remove-edge", edgeId: "in-ask" }])],
  ["unknown-node", (flow) => ({ ...flow, nodes: [...flow.nodes, node("x", "teleport")] })],
  ["newer-node", (flow) => ({ ...flow, nodes: [...flow.nodes, { ...node("x", "note"), version: 99 }] })],
  ["bad-config", (flow) => applyEdits(flow, [{ type: "set-config", nodeId: "ask", config: { model: 7 } }])],
  ["bad-wire", (flow) => ({ ...flow, edges: [...flow.edges, data("nowhere.x", "ask.prompt")] })],
  [
    "cycle",
    (flow) => ({
      ...flow,
      nodes: [...flow.nodes, node("a", "template"), node("b", "template")],
      edges: [...flow.edges, data("a.text", "b.value"), data("b.text", "a.value")],
    }),
  ],
  ["loose-helper", (flow) => ({ ...flow, nodes: [...flow.nodes, node("spare", "limits")] })],
  [
    "too-many-helpers",
    (flow) => ({
      ...flow,
      nodes: [...flow.nodes, node("second", "firewall")],
      edges: [...flow.edges, attach("second", "ask", "firewall")],
    }),
  ],
  ["not-reached", (flow) => ({ ...flow, nodes: [...flow.nodes, node("lost", "template")] })],
])("finds %s", (code, spoil) => {
  expect(codes(spoil(safe()))).toContain(code);
});

test("every finding says what is wrong and where in words", () => {
  for (const finding of verify({ ...safe(), edges: [] }, registry)) {
    expect(finding.title.length).toBeGreaterThan(5);
    expect(finding.message).toMatch(/\.$/u);
  }
});

test("a helper that hangs on itself, a port named after the language and deep data are findings, never an overflow", () => {
  const hook = defineNode({
    type: "hook",
    version: 1,
    title: "Hook",
    group: "act",
    icon: "x",
    description: "",
    summary: () => "",
    config: z.strictObject({}),
    inputs: {},
    outputs: {},
    attach: { tool: port.many("tool", "Tools") },
    provides: "tool",
    needs: [],
    effect: "read",
  });
  const house = createRegistry([...registry.values(), hook]);
  const ring = {
    ...safe(),
    nodes: [...safe().nodes, node("one", "hook"), node("two", "hook")],
    edges: [...safe().edges, attach("one", "two", "tool"), attach("two", "one", "tool")],
  };
  expect(verify(ring, house).map(({ code }) => code)).toContain("cycle");
  expect(compile(ring, house).ok).toBe(false);
  for (const name of ["toString", "valueOf", "hasOwnProperty"]) {
    const odd = { ...safe(), edges: [...safe().edges, attach("out", "ask", name)] };
    expect(codes(odd)).toContain("bad-wire");
    expect(compile(odd, registry).ok).toBe(false);
  }
  let deep: JsonObject = {};
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  for (const config of [deep, JSON.parse('{"__proto__":{"mode":"observe"}}'), { constructor: 1 }]) {
    expect(parseFlow({ ...safe(), nodes: [node("in", "chat-input", config)] }).ok).toBe(false);
  }
});

test("an enormous flow is checked in bounded time", () => {
  const nodes = Array.from({ length: 2_000 }, (_, at) => node(`n${at}`, at % 2 === 0 ? "agent" : "look-up-order"));
  const edges = Array.from({ length: 10_000 }, (_, at) => ({
    ...attach(`n${(at * 2 + 1) % 2_000}`, `n${at % 2 === 0 ? 0 : (at * 6) % 2_000}`, "tool"),
    id: `e${at}`,
  }));
  expect(compile({ ...safe(), nodes, edges }, registry).ok).toBe(false);
});
