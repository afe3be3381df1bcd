import { describe, expect, it } from "vitest";
import { applyEdits, type Flow, jsonObject } from "#engine";
import { registry } from "#nodes";
import { templates } from "#templates";
import { permissionConfig, rule } from "../rule.ts";
import { policyFindings } from "./policy-findings.ts";

function flowWith(...rules: readonly object[]): Flow {
  const flow = templates.find(({ id }) => id === "support-refunds")?.flow;
  if (flow === undefined) throw new Error("The template is missing.");
  const parsed = permissionConfig.parse({ rules: rules.map((each) => rule.parse({ tool: "refund", ...each })) });
  const config = jsonObject.parse(JSON.parse(JSON.stringify(parsed)));
  return { ...flow, nodes: flow.nodes.map((node) => (node.type === "permission" ? { ...node, config } : node)) };
}

const found = (flow: Flow) => policyFindings(flow, registry);

/** Repairs the first finding and gives the rules that are left. */
function repaired(flow: Flow) {
  const fixed = applyEdits(flow, found(flow)[0]?.fix?.operations ?? []);
  expect(found(fixed)).toEqual([]);
  return permissionConfig.parse(fixed.nodes.find(({ type }) => type === "permission")?.config).rules;
}

const upTo = (aloneUpTo: number, neverAbove?: number) => ({
  allow: "alone",
  amount: { argument: "amount", aloneUpTo, ...(neverAbove !== undefined && { neverAbove }) },
});

describe("findings about rules", () => {
  it.each(templates.map(({ id, flow }) => [id, flow] as const))("%s has none", (_, flow) => {
    expect(found(flow)).toEqual([]);
  });

  it("finds alone beside never, and removes the rule that does nothing", () => {
    const flow = flowWith({ allow: "alone", roles: ["customer"] }, { allow: "never" });
    expect(found(flow)).toMatchObject([
      {
        code: "rule-conflict",
        severity: "warning",
        at: { node: "permission" },
        message: expect.stringMatching(/Never wins/),
      },
    ]);
    expect(repaired(flow)).toMatchObject([{ allow: "never" }]);
  });

  it("lets never for some stand beside alone for everybody", () => {
    expect(found(flowWith({ allow: "alone" }, { allow: "never", roles: ["customer"] }))).toEqual([]);
  });

  it("finds a bound that another rule forbids, and lowers it", () => {
    const flow = flowWith(upTo(100), upTo(20, 50));
    expect(found(flow)).toMatchObject([{ message: expect.stringContaining("forbids more than 50 EUR") }]);
    expect(repaired(flow)).toMatchObject([{ amount: { aloneUpTo: 50 } }, { amount: { aloneUpTo: 20 } }]);
  });

  it("finds a rule that stands there twice", () => {
    const flow = flowWith({ allow: "ask" }, { allow: "ask" });
    expect(found(flow)).toMatchObject([{ code: "rule-unused" }]);
    expect(repaired(flow)).toHaveLength(1);
  });

  it("finds rules that disagree which argument is the amount, without guessing", () => {
    const other = { allow: "alone", amount: { argument: "total", aloneUpTo: 5 } };
    const findings = found(flowWith(upTo(5), other));
    expect(findings).toHaveLength(2);
    expect(findings[0]).not.toHaveProperty("fix");
  });

  it("finds roles that nobody has, and leaves out only a part that others share", () => {
    const dead = found(flowWith({ allow: "alone", roles: ["pilot"] }));
    expect(dead).toMatchObject([{ code: "rule-unused", message: expect.stringMatching(/a pilot.*does nothing/) }]);
    expect(dead[0]).not.toHaveProperty("fix");
    expect(repaired(flowWith({ allow: "alone", roles: ["customer", "pilot"] }))).toMatchObject([
      { roles: ["customer"] },
    ]);
  });
});
