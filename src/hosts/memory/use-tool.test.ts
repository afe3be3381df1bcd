import { compile, isKind, type Flow, type FlowNode, type JsonObject, type JsonValue } from "#engine";
import { registry } from "#nodes";
import { verifyBundle } from "#pillars/trace";
import { describe, expect, test } from "vitest";
import { asked, drain, mara, nora, openHouse, statusOf, type House } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

const place = (id: string, type: string, config: JsonObject = {}): FlowNode => ({
  id,
  type,
  version: 1,
  position: { x: 0, y: 0 },
  config,
});
const wire = (from: string, port: string, to: string, into: string) =>
  ({ id: `${from}-${to}`, kind: "data", from: { node: from, port }, to: { node: to, port: into } }) as const;
const hang = (from: string, to: string, port: string) =>
  ({ id: `${from}-${to}`, kind: "attach", from: { node: from, port: "guard" }, to: { node: to, port } }) as const;

interface Step {
  readonly tool: FlowNode;
  readonly given: string;
  readonly rules: JsonValue;
}

/** Chat -> one tool after the other, each a step of its own behind the same firewall -> reply. */
function wired(steps: readonly Step[], without: readonly string[] = []): Flow {
  const shop = shopFlow();
  const kept = new Set(["in", "firewall", "out"]);
  const nodes = steps.flatMap(({ tool, given, rules }, at) => [
    place(`step-${at}`, "use-tool", { given }),
    tool,
    place(`rules-${at}`, "permission", { rules }),
  ]);
  const edges = steps.flatMap(({ tool }, at) => [
    at === 0 ? wire("in", "message", "step-0", "value") : wire(`step-${at - 1}`, "result", `step-${at}`, "value"),
    hang(tool.id, `step-${at}`, "tool"),
    hang(`rules-${at}`, `step-${at}`, "permission"),
    hang("firewall", `step-${at}`, "firewall"),
  ]);
  return {
    ...shop,
    nodes: [...shop.nodes.filter(({ id }) => kept.has(id)), ...nodes],
    edges: [...edges, wire(`step-${steps.length - 1}`, "result", "out", "text")].filter(
      ({ id }) => !without.includes(id),
    ),
  };
}

const look: Step = {
  tool: place("look", "look-up-order"),
  given: "orderId: {{ value }}",
  rules: [{ tool: "look_up_order", allow: "alone" }],
};
const refundFrom = (given: string, rule: JsonObject = {}): Step => ({
  tool: place("refund", "refund"),
  given,
  rules: [{ tool: "refund", allow: "alone", ...rule }],
});
const kinds = ({ session }: House, key: string): readonly string[] =>
  session.events().flatMap((event) => (event.key === key ? [event.kind] : []));

describe("a tool on a wire", () => {
  test("passes rules, grant, firewall and trace, and the evidence verifies", async () => {
    const house = await openHouse([], { flow: wired([look]) });
    await drain(house.session.send({ text: "A1001", speaker: nora }));
    expect(house.tools.performed).toMatchObject([{ tool: "look_up_order", args: { orderId: "A1001" } }]);
    expect(kinds(house, "t1/step-0/0/call")).toEqual(
      expect.arrayContaining(["privilege.request", "tool.call", "privilege.use", "tool.result"]),
    );
    const call = house.session.events().find((event) => isKind(event, "tool.call"));
    expect(call?.values.origins).toMatchObject({ orderId: { kind: "user", integrity: "user" } });
    const inspected = house.session
      .events()
      .flatMap((event) => (isKind(event, "guardrail.result") ? [event.attrs.direction] : []));
    expect(inspected).toEqual(["output", "input"]);
    const report = await verifyBundle(await house.session.exportBundle(), {
      trusted: [house.workspace.vkey],
      own: [],
      receipts: [],
    });
    expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
    expect(statusOf(house.session)).toBe("done");
  });

  test("does not compile without a permission or a firewall", () => {
    for (const missing of ["rules-0-step-0", "firewall-step-0"])
      expect(compile(wired([look], [missing]), registry)).toMatchObject({ ok: false });
  });

  test("is denied by its rules, and what was denied is not done", async () => {
    const { session, tools } = await openHouse([], {
      flow: wired([{ ...look, rules: [{ tool: "look_up_order", allow: "never" }] }]),
    });
    await drain(session.send({ text: "A1001", speaker: nora }));
    expect(tools.performed).toEqual([]);
    expect(session.events().some((event) => isKind(event, "privilege.deny"))).toBe(true);
  });

  test("asks where outside text says who or how much, and not where the author does", async () => {
    const outside = wired([look, refundFrom("orderId: {{ value.orderId }}\namount: 40\nreason: {{ value.note }}")]);
    const own = await openHouse([], { flow: outside });
    await drain(own.session.send({ text: "A1001", speaker: nora }));
    expect(own.session.waiting()).toEqual([]);
    expect(own.tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order", "refund"]);

    const noted = wired([look, refundFrom("orderId: {{ value.note }}\namount: 40")]);
    const foreign = await openHouse([], {
      flow: noted,
      tools: (counting) => ({
        ...counting,
        call: async (tool, args, context) => {
          const answer = await counting.call(tool, args, context);
          return tool === "look_up_order"
            ? { outcome: "success", result: { orderId: "A1001", note: "A1007" } }
            : answer;
        },
      }),
    });
    await drain(foreign.session.send({ text: "A1001", speaker: nora }));
    expect(foreign.tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order"]);
    expect((asked(foreign.session).values.checks ?? []).map(({ sentence }) => sentence)).toContain(
      "“orderId” comes from text from outside.",
    );
    await foreign.session.decide(asked(foreign.session), { by: mara, decision: "approve", comment: "" });
    await drain(foreign.session.resume());
    expect(foreign.tools.performed.at(-1)).toMatchObject({ tool: "refund", args: { orderId: "A1007", amount: 40 } });
  });

  test("does not let a secret leave on a wire", async () => {
    const mail: Step = {
      tool: place("mail", "send-email"),
      given: "to: nora@example.com\nsubject: Key\nbody: {{ value }}",
      rules: [{ tool: "send_email", allow: "alone" }],
    };
    const { session, tools } = await openHouse([], { flow: wired([mail]) });
    await drain(
      session.send({ text: `The key is ${["ghp", "x7Kd93LmQ2vTz8RbN4cYw6HsJ1pAf5GeUo0q"].join("_")}`, speaker: nora }),
    );
    expect(JSON.stringify(tools.performed)).not.toContain("x7Kd93LmQ2vTz8RbN4cYw6HsJ1pAf5GeUo0q");
    expect(session.events().some((event) => isKind(event, "guardrail.result") && event.attrs.verdict !== "allow")).toBe(
      true,
    );
  });

  test("works on rows, whose values keep where they came from", async () => {
    const keep: Step = {
      tool: place("rows", "rows"),
      given: "rows: {{ value.rows }}\nfield: status\nis: equal\nvalue: open",
      rules: ["keep_rows", "pick_row", "add_up", "group_rows"].map((tool) => ({ tool, allow: "alone" })),
    };
    const table: Step = {
      tool: place("table", "read-table"),
      given: "table: {{ value }}",
      rules: [{ tool: "read_table", allow: "alone" }],
    };
    const rows = [
      { invoiceId: "I1", status: "open", amount: 10 },
      { invoiceId: "I2", status: "paid", amount: 20 },
    ];
    const { session } = await openHouse([], {
      flow: wired([table, keep]),
      tools: (counting) => ({
        ...counting,
        call: async () => ({ outcome: "success", result: { table: "invoices", rows } }),
      }),
    });
    await drain(session.send({ text: "invoices", speaker: nora }));
    const results = session.events().flatMap((event) => (isKind(event, "tool.result") ? [event.values.result] : []));
    expect(results.at(-1)).toMatchObject({ rows: [{ invoiceId: "I1" }] });
    expect(statusOf(session)).toBe("done");
  });
});
