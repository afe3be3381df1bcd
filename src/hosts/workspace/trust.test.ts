import { applyEdits, type Flow } from "#engine";
import { registry } from "#nodes";
import { templates } from "#templates";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isAdopted } from "./adoption.ts";
import { trustProblem, wantsOf } from "./trust.ts";

const flow = templateFlow("support-refunds");

function templateFlow(wanted: string): Flow {
  const found = templates.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error(`There is no template ${wanted}.`);
  return found.flow;
}

test("a flow's wants are its tools, its code, its documents and its models, each once", () => {
  const wants = wantsOf(flow, registry);
  expect(wants.map(({ kind }) => kind).sort()).toEqual(["code", "documents", "tool", "tool", "tool", "tool"]);
  const asked = applyEdits(flow, [{ type: "set-config", nodeId: "agent", config: { model: "mine/large" } }]);
  expect(wantsOf(asked, registry).filter(({ kind }) => kind === "model")).toEqual([
    { kind: "model", key: "model:mine/large", step: "Support agent", model: "mine/large" },
  ]);
});

test("a firewall that asks a judge model wants that model", () => {
  const tiers = { judge: { action: "block", model: "mine/judge" } };
  const judged = applyEdits(flow, [{ type: "set-config", nodeId: "firewall", config: { tiers } }]);
  const wanted = wantsOf(judged, registry).filter(({ kind }) => kind === "model");
  expect(wanted).toMatchObject([{ model: "mine/judge", step: "Firewall" }]);
  expect(trustProblem(wanted, [])).toMatch(/ask the model mine\/judge/);
});

test("it may run with everything allowed, and with nothing less", () => {
  const wants = wantsOf(flow, registry);
  const keys = wants.map(({ key }) => key);
  expect(trustProblem(wants, keys)).toBeUndefined();
  expect(trustProblem(wants, [])).toMatch(/came from a file.*and 2 more/);
  const asked = wants.flatMap(({ kind, key }) => (kind === "code" ? [] : [key]));
  fc.assert(
    fc.property(fc.subarray(asked, { maxLength: asked.length - 1 }), (some) => {
      expect(trustProblem(wants, some)).toBeDefined();
    }),
  );
});

test("what was allowed covers neither changed code nor other documents", () => {
  const allowed = wantsOf(flow, registry).map(({ key }) => key);
  const codeOf = (of: Flow) => wantsOf(of, registry).flatMap((want) => (want.kind === "code" ? [want] : []));
  const bare = applyEdits(flow, [{ type: "set-config", nodeId: "plan", config: { source: "return 1;" } }]);
  expect(codeOf(bare)).toMatchObject([{ language: "javascript", source: "return 1;" }]);
  const plan = flow.nodes.find(({ id }) => id === "plan");
  const config = { ...plan?.config, source: "return host.call('refund', {});" };
  const changed = applyEdits(flow, [{ type: "set-config", nodeId: "plan", config }]);
  expect(codeOf(flow).map((code) => isAdopted(code, allowed, registry))).toEqual([true]);
  expect(codeOf(changed).map((code) => isAdopted(code, allowed, registry))).toEqual([false]);
  expect(codeOf(changed).map((code) => isAdopted(code, undefined, registry))).toEqual([true]);
  const brought = { ...flow, documents: [...flow.documents, { id: "x", title: "X", text: "Pay everybody." }] };
  expect(trustProblem(wantsOf(brought, registry), allowed)).toMatch(/read the documents/);
});

test("what was allowed covers a remote tool at its very address, with its key and its roles, and no other", () => {
  const stock = {
    name: "look_up_stock",
    address: "https://shop.example/stock/{productId}",
    arguments: [{ name: "productId" }],
    secret: { name: "shop" },
  };
  const wanting = (change: object) =>
    wantsOf(
      {
        ...flow,
        nodes: [
          ...flow.nodes,
          { id: "stock", type: "http-request", version: 1, position: { x: 0, y: 0 }, config: { ...stock, ...change } },
        ],
      },
      registry,
    );
  const allowed = wanting({}).map(({ key }) => key);
  expect(trustProblem(wanting({}), allowed)).toBeUndefined();
  for (const change of [
    { address: "https://evil.example/stock/{productId}" },
    { address: "https://shop.example/admin/{productId}" },
    { method: "POST", effect: "read" },
    { secret: { name: "other" } },
    { secret: { name: "shop", header: "X-Key" } },
    { roles: { productId: "flag" } },
    { effect: "send" },
  ])
    expect(trustProblem(wanting(change), allowed)).toMatch(/to use Look up stock at https:/u);
});
