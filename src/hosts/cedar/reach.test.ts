import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Flow, jsonObject } from "#engine";
import { registry } from "#nodes";
import { permissionConfig, type PolicyEngine, reachOf, reachWords, type Rule, rule } from "#pillars/privileges";
import { templates } from "#templates";
import { loadCedar } from "./node.ts";

let engine: PolicyEngine;
beforeAll(async () => {
  engine = await loadCedar();
});

function support(rules?: readonly Rule[]): Flow {
  const flow = templates.find(({ id }) => id === "support-refunds")?.flow;
  if (flow === undefined) throw new Error("The template is missing.");
  if (rules === undefined) return flow;
  const config = jsonObject.parse(JSON.parse(JSON.stringify(permissionConfig.parse({ rules }))));
  return { ...flow, nodes: flow.nodes.map((node) => (node.type === "permission" ? { ...node, config } : node)) };
}

const rowsFor = (tool: string, flow: Flow) =>
  [...reachOf(flow, registry, engine)].flat().filter((row) => row.tool === tool);

describe("reach", () => {
  it("says who may refund alone, how far, and who decides beyond that", () => {
    const [row, ...others] = rowsFor("refund", support());
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      isEverybody: true,
      alone: [
        { upTo: { amount: 10_000, currency: "EUR" }, perChat: 1, ownRecord: true, sameTarget: true, ownWords: true },
      ],
      asked: [{ upTo: { amount: 50_000, currency: "EUR" }, ownRecord: true, sameTarget: true }],
      approvers: ["lead"],
      onlyAsAsked: true,
    });
  });

  it("gives roles that fare differently rows of their own", () => {
    const rows = rowsFor("look_up_order", support()).map((row) => reachWords(row));
    expect(rows).toEqual([
      { who: "customer", alone: "own record", asked: "never" },
      { who: expect.stringContaining("lead"), alone: "always", asked: "not needed" },
    ]);
  });

  it("says never for a tool that no rule allows", () => {
    expect(rowsFor("refund", support([])).map((row) => reachWords(row))).toEqual([
      { who: "anyone", alone: "never", asked: "never" },
    ]);
  });

  it("joins alternatives, and names values that a rule lists", () => {
    const rules = [
      { tool: "refund", allow: "alone", amount: { argument: "amount", aloneUpTo: 20 } },
      {
        tool: "refund",
        allow: "alone",
        amount: { argument: "amount", aloneUpTo: 90 },
        requires: { ownRecord: true },
      },
      { tool: "send_email", allow: "ask", only: { argument: "to", values: ["a@b.example", "c@d.example"] } },
    ].map((each) => rule.parse(each));
    const [refund] = rowsFor("refund", support(rules));
    expect(refund?.alone.map(({ upTo, ownRecord }) => [upTo?.amount, ownRecord])).toEqual(
      expect.arrayContaining([
        [2000, undefined],
        [9000, true],
      ]),
    );
    const [email] = rowsFor("send_email", support(rules));
    expect(email).toMatchObject({ alone: [], asked: [{ only: ["a@b.example", "c@d.example"] }] });
  });

  it("lets an amount through alone exactly up to the lowest bound that any rule allows or forbids", () => {
    const bound = fc.constantFrom(0, 50, 100);
    fc.assert(
      fc.property(fc.array(fc.tuple(bound, fc.option(bound)), { minLength: 1, maxLength: 3 }), (bounds) => {
        const rules = bounds.map(([alone, never]) =>
          rule.parse({
            tool: "refund",
            allow: "alone",
            amount: {
              argument: "amount",
              aloneUpTo: alone,
              ...(never !== null && never >= alone && { neverAbove: never }),
            },
          }),
        );
        const ceilings = rules.flatMap(({ amount }) => amount?.neverAbove ?? []);
        const most = Math.min(Math.max(...bounds.map(([alone]) => alone)), ...ceilings);
        const [row] = rowsFor("refund", support(rules));
        const largest = Math.max(...(row?.alone ?? []).map(({ upTo }) => upTo?.amount ?? Number.POSITIVE_INFINITY));
        expect(largest).toBe(most * 100);
      }),
      { numRuns: 20, seed: 3 },
    );
  });
});
