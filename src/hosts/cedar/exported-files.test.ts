import * as cedar from "@cedar-policy/cedar-wasm/nodejs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Flow, jsonObject } from "#engine";
import { registry } from "#nodes";
import {
  cedarFiles,
  decide,
  loadPolicy,
  permissionConfig,
  type PermissionConfig,
  type PolicyContext,
  type PolicyEngine,
  rule,
  type Rule,
  rulesToCedar,
} from "#pillars/privileges";
import { templates } from "#templates";
import { loadCedar } from "./node.ts";

const support = template("support-refunds");
const names = ["look_up_order", "list_orders", "refund", "send_email"];

function template(id: string): Flow {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no template ${id}.`);
  return found.flow;
}

function withRules(rules: readonly Rule[]): Flow {
  const config = jsonObject.parse(JSON.parse(JSON.stringify(permissionConfig.parse({ rules }))));
  const nodes = support.nodes.map((node) => (node.type === "permission" ? { ...node, config } : node));
  return { ...support, nodes };
}

const rules: fc.Arbitrary<Rule> = fc
  .record({
    tool: fc.constantFrom(...names),
    allow: fc.constantFrom("alone", "ask", "never"),
    amount: fc.option(
      fc.record({
        argument: fc.constant("amount"),
        aloneUpTo: fc.constantFrom(0, 99.99, 100),
        neverAbove: fc.option(fc.constantFrom(100, 500), { nil: undefined }),
      }),
      { nil: undefined },
    ),
    uses: fc.record({ count: fc.constantFrom(1, 2), per: fc.constantFrom("turn", "chat", "call") }),
    roles: fc.subarray(["customer", 'lead "of" sales\\', "кассир"]),
    requires: fc.record({ ownRecord: fc.boolean(), sameTarget: fc.boolean() }),
    approver: fc.constantFrom("anyone", 'lead "of" sales\\'),
  })
  .map((config) => rule.parse(config));

const trust = fc.integer({ min: 0, max: 4 });
const contexts: fc.Arbitrary<PolicyContext> = fc
  .record({
    approved: fc.boolean(),
    role: fc.constantFrom("customer", 'lead "of" sales\\', "кассир", "stranger"),
    effect: fc.constantFrom("read", "pay", "send"),
    targetTrust: trust,
    idTrust: trust,
    valueTrust: trust,
    ownRecord: fc.boolean(),
    sameTarget: fc.boolean(),
    outsideText: fc.boolean(),
    branchTrust: trust,
    usedInTurn: fc.integer({ min: 0, max: 2 }),
    usedInChat: fc.integer({ min: 0, max: 2 }),
    money: fc.option(
      fc.record({
        amount: fc.constantFrom(0, 9_999, 10_000, 10_001, 50_000, 50_001),
        currency: fc.constantFrom("EUR", "EUR", "EUR", "USD"),
      }),
    ),
  })
  .map(({ money, ...facts }) => ({ ...facts, ...money }));

type Answer = "allow" | "ask" | "deny";

/** Another engine: it reads the three files as text, checks the request against the schema, and is asked twice. */
function byFiles(files: ReturnType<typeof cedarFiles>, agent: string, tool: string, context: PolicyContext): Answer {
  const isAllowed = (approved: boolean): boolean => {
    const present = Object.entries({ ...context, approved }).filter(([, value]) => value !== undefined);
    const answer = cedar.isAuthorized({
      principal: { type: "Agent", id: agent },
      action: { type: "Action", id: tool },
      resource: { type: "Tool", id: tool },
      context: Object.fromEntries(present),
      policies: { staticPolicies: files.policies },
      schema: files.schema,
      validateRequest: true,
      entities: JSON.parse(files.entities),
    });
    if (answer.type === "failure") throw new Error(answer.errors.map(({ message }) => message).join(" "));
    expect(answer.response.diagnostics.errors).toEqual([]);
    return answer.response.decision === "allow";
  };
  if (isAllowed(context.approved)) return "allow";
  return isAllowed(true) ? "ask" : "deny";
}

/** The product's own answer, from the permission as it stands. */
function byProduct(engine: PolicyEngine, config: PermissionConfig, tool: string, context: PolicyContext): Answer {
  const tools = support.nodes.flatMap(
    ({ type, config: settings }) => registry.get(type)?.toolsFor(jsonObject.parse(settings)) ?? [],
  );
  const { policies, schema } = rulesToCedar(config, { source: "permission", agentId: "agent", tools });
  const loaded = loadPolicy(engine, policies, schema);
  if (loaded.outcome === "unreadable") throw new Error(JSON.stringify(loaded.findings));
  return decide(engine, loaded.policySet, { agentId: "agent", tool, context }).decision;
}

describe("the exported Cedar files", () => {
  let engine: PolicyEngine;
  beforeAll(async () => {
    engine = await loadCedar();
  });

  it.each(templates.map(({ id }) => id))("of %s pass Cedar's own validation", (id) => {
    const { policies, schema } = cedarFiles(template(id), registry);
    const answer = cedar.validate({ schema, policies: { staticPolicies: policies } });
    expect(answer).toMatchObject({ type: "success", validationErrors: [], validationWarnings: [] });
  });

  it("decide every request as the product does", () => {
    const seen = new Set<Answer>();
    fc.assert(
      fc.property(
        fc.array(rules, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.constantFrom(...names), contexts), { minLength: 10, maxLength: 10 }),
        (all, calls) => {
          const files = cedarFiles(withRules(all), registry);
          const config = permissionConfig.parse({ rules: all });
          for (const [tool, context] of calls) {
            const expected = byProduct(engine, config, tool, context);
            seen.add(expected);
            expect([byFiles(files, "agent", tool, context), tool, context]).toEqual([expected, tool, context]);
          }
        },
      ),
      { numRuns: 15, seed: 7 },
    );
    expect(seen).toEqual(new Set(["allow", "ask", "deny"]));
  });

  it("keep apart the steps that one permission serves, and say nothing for a tool that a step does not have", () => {
    const agent = support.nodes.find(({ id }) => id === "agent");
    if (agent === undefined) throw new Error("The template has no agent.");
    const hung = support.edges.filter(({ kind, to }) => kind === "attach" && to.node === "agent");
    const shared = hung.filter(({ from }) => from.node !== "email" && !from.node.includes("mail"));
    const flow: Flow = {
      ...support,
      nodes: [...support.nodes, { ...agent, id: "second" }],
      edges: [
        ...support.edges,
        ...shared.map((edge) => ({ ...edge, id: `second-${edge.id}`, to: { ...edge.to, node: "second" } })),
      ],
    };
    const files = cedarFiles(flow, registry);
    const ids = [...files.policies.matchAll(/^@id\("(.*)"\)$/gmu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain("second/permission/4.alone");
    const answer = cedar.validate({ schema: files.schema, policies: { staticPolicies: files.policies } });
    expect(answer).toMatchObject({ type: "success", validationErrors: [] });
    expect(files.policies).toContain('Agent::"agent", action == Action::"send_email"');
    expect(files.policies).not.toContain('Agent::"second", action == Action::"send_email"');
  });
});
