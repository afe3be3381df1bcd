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

const upToOf = (argument: string) => ({ allow: "alone", amount: { argument, aloneUpTo: 5 } });

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
    expect(findings).toHaveLength(3);
    for (const finding of findings) expect(finding).not.toHaveProperty("fix");
  });

  it("finds roles that nobody has, and leaves out only a part that others share", () => {
    const dead = found(flowWith({ allow: "alone", roles: ["pilot"] }));
    expect(dead).toMatchObject([{ code: "rule-unused", message: expect.stringMatching(/a pilot.*does nothing/) }]);
    expect(repaired(flowWith({ allow: "ask" }, { allow: "alone", roles: ["pilot"] }))).toMatchObject([
      { allow: "ask" },
    ]);
    expect(repaired(flowWith({ allow: "alone", roles: ["customer", "pilot"] }))).toMatchObject([
      { roles: ["customer"] },
    ]);
  });
});

describe("findings about rules that no call can meet", () => {
  it("finds a rule about a tool that the step does not have, here or anywhere, and removes it", () => {
    const whole = flowWith({ allow: "ask" });
    const loose = {
      ...whole,
      edges: whole.edges.filter(({ from, to }) => from.node !== "refund" || to.node !== "agent"),
    };
    expect(found(loose)).toMatchObject([
      {
        code: "rule-unused",
        message: expect.stringMatching(/^Rule 1 is about refund, which Support agent does not have/u),
      },
    ]);
    expect(repaired(loose)).toEqual([]);
    const gone = flowWith({ allow: "ask" }, { tool: "close_account", allow: "never" });
    expect(found(gone)).toMatchObject([
      { message: expect.stringMatching(/^Rule 2 is about close_account, a tool that is not in this flow/u) },
    ]);
    expect(repaired(gone)).toMatchObject([{ tool: "refund" }]);
  });

  it.each([
    ["an amount that the tool does not take", upToOf("total"), /given no number of that name/u],
    ["a text for an amount", upToOf("reason"), /given no number of that name/u],
    [
      "values of an argument that it does not take",
      { allow: "alone", only: { argument: "shop", values: ["a"] } },
      /takes nothing of that name/u,
    ],
  ] as const)("finds %s, and removes the rule", (_, idle, message) => {
    const flow = flowWith(idle);
    expect(found(flow)).toMatchObject([{ code: "rule-unused", message: expect.stringMatching(message) }]);
    expect(repaired(flow)).toEqual([]);
  });

  it("does not take out a bound that forbids because nothing can be read", () => {
    const flow = flowWith({ allow: "alone", amount: { argument: "total", aloneUpTo: 5, neverAbove: 9 } });
    expect(found(flow)[0]?.message).toContain("given no number of that name");
    expect(found(flow)[0]).not.toHaveProperty("fix");
  });

  it("finds values that the tool does not know, and leaves them out", () => {
    const report = templates.find(({ id }) => id === "monthly-finance-report")?.flow;
    if (report === undefined) throw new Error("The template is missing.");
    const withValues = (...values: readonly string[]): Flow => ({
      ...report,
      nodes: report.nodes.map((node) =>
        node.type === "permission"
          ? {
              ...node,
              config: { rules: [{ tool: "read_table", allow: "alone", only: { argument: "table", values } }] },
            }
          : node,
      ),
    });
    const about = (flow: Flow) => found(flow).filter(({ message }) => message.includes("does not know"));
    expect(about(withValues("costs"))).toEqual([]);
    const fixed = applyEdits(report, about(withValues("costs", "wages"))[0]?.fix?.operations ?? []);
    const config = permissionConfig.parse(fixed.nodes.find(({ type }) => type === "permission")?.config);
    expect(config.rules[0]?.only?.values).toEqual(["costs"]);
    expect(about(withValues("wages"))[0]?.fix?.title).toBe("Remove rule 1");
  });

  it("finds approvers whom nobody is, in rules and at gates", () => {
    expect(found(flowWith({ allow: "ask", approver: "pilot" }))).toMatchObject([
      { title: "Nobody here can approve refund", message: expect.stringContaining("leaves it to a pilot") },
    ]);
    const flow = flowWith({ allow: "ask" });
    const gated = {
      ...flow,
      nodes: flow.nodes.map((node) =>
        node.type === "approval-gate" ? { ...node, config: { ...node.config, approvers: ["pilot"] } } : node,
      ),
    };
    expect(found(gated)).toMatchObject([
      { at: { node: "gate" }, message: expect.stringContaining("nobody in this flow is one") },
    ]);
  });
});
