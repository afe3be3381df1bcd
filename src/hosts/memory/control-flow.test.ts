import { isKind, type LlmRequest } from "#engine";
import { verifyBundle } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import { describe, expect, test } from "vitest";
import { branchFlow } from "./control-flow.fixture.ts";
import { asked, drain, mara, nora, openHouse, statusOf } from "./house.fixture.ts";
import { codeFlow, gatedFlow, shopFlow } from "./shop-flow.fixture.ts";

const words = { text: "Refund 40 EUR for A1001", speaker: nora };
const approve = { by: mara, decision: "approve", comment: "" } as const;
const refund = { tool: "refund", arguments: { orderId: "A1001", amount: 40 } };
const whys = (request: ReturnType<typeof asked>) => (request.values.checks ?? []).map(({ why }) => why);

/** The reader looks an order up where it is told to, and says what the branch wants to hear; the agent refunds. */
function script(reads: boolean) {
  return (request: LlmRequest): ScriptedTurn => {
    const isReader = request.tools.some(({ name }) => name === "look_up_order");
    const isAnswered = request.messages.at(-1)?.role === "tool";
    if (!isReader) return isAnswered ? "Done." : { calls: [refund] };
    const look = { tool: "look_up_order", arguments: { orderId: "A1001" } };
    return reads && !isAnswered ? { calls: [look] } : "The customer is VIP.";
  };
}

describe("a branch", () => {
  test("taken on outside text puts what follows before a person, whoever gave the arguments", async () => {
    const { session, tools, workspace } = await openHouse(script(true), { flow: branchFlow() });
    await drain(session.send(words));
    expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order"]);
    expect(whys(asked(session))).toEqual(["origin"]);
    expect(asked(session).values.rule).toContain("decided by text from outside");
    const starts = session.events().flatMap((event) => (isKind(event, "node.start") ? [event] : []));
    const marked = starts.flatMap(({ attrs, node }) => (attrs.control === undefined ? [] : [node?.id]));
    expect(marked).toEqual(["text", "agent"]);
    await session.decide(asked(session), approve);
    await drain(session.resume());
    expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order", "refund"]);
    expect(statusOf(session)).toBe("done");
    const report = await verifyBundle(await session.exportBundle(), {
      trusted: [workspace.vkey],
      own: [],
      receipts: [],
    });
    expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
  });

  test("taken on the person's own words asks nobody", async () => {
    const { session, tools } = await openHouse(script(false), { flow: branchFlow() });
    await drain(session.send(words));
    expect(session.waiting()).toEqual([]);
    expect(tools.performed).toHaveLength(1);
    expect(statusOf(session)).toBe("done");
  });

  test("that a person has let through at a gate is the person's choice", async () => {
    const { session, tools } = await openHouse(script(true), { flow: branchFlow({ gate: {} }) });
    await drain(session.send(words));
    expect(asked(session).attrs.tool).toBe("");
    await session.decide(asked(session), approve);
    await drain(session.resume());
    expect(session.waiting()).toEqual([]);
    expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order", "refund"]);
  });

  test("is not the person's choice where the gate let it through by itself", async () => {
    const gate = { when: { kind: "condition", condition: "args.value == 'nothing'" } };
    const { session, tools } = await openHouse(script(true), { flow: branchFlow({ gate }) });
    await drain(session.send(words));
    expect(asked(session).attrs.tool).toBe("refund");
    expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order"]);
  });
});

test("code that decides by outside text does nothing of consequence alone", async () => {
  const flow = codeFlow();
  const reader = branchFlow();
  const read = reader.nodes.filter(({ id }) => ["reader", "look", "reading", "firewall", "limits"].includes(id));
  const ids = new Set(read.map(({ id }) => id));
  const wired = {
    ...flow,
    nodes: [...flow.nodes, ...read],
    edges: [
      ...flow.edges.filter(({ id }) => id !== "in-code"),
      ...reader.edges.filter(({ from, to }) => to.node === "reader" && (ids.has(from.node) || from.node === "in")),
      { id: "reader-code", kind: "data", from: { node: "reader", port: "reply" }, to: { node: "code", port: "value" } },
    ] as typeof flow.edges,
  };
  for (const [drawn, isAsked] of [
    [flow, false],
    [wired, true],
  ] as const) {
    const { session, tools } = await openHouse(script(true), {
      flow: drawn,
      ports: (ports) => ({
        ...ports,
        code: {
          run: async ({ call }) => {
            const value = await call("refund", refund.arguments);
            return { outcome: "value", value, logs: [], cpuMs: 0, memoryBytes: 0, calls: 1 };
          },
        },
      }),
    });
    await drain(session.send(words));
    expect(session.waiting().length > 0).toBe(isAsked);
    expect(tools.performed.some(({ tool }) => tool === "refund")).toBe(!isAsked);
  }
});

describe("a gate for outside text", () => {
  test.each([
    ["outside", false],
    ["contents", false],
    ["influenced", true],
  ] as const)("that asks by %s looks at what the agent had read: %s", async (kind, isAsked) => {
    const look = { tool: "look_up_order", arguments: { orderId: "A1001" } };
    const steps: ScriptedTurn[] = [{ calls: [look] }, { calls: [refund] }, "Done."];
    const { session } = await openHouse(steps, { flow: gatedFlow({ when: { kind } }, shopFlow()) });
    await drain(session.send(words));
    expect(session.waiting().length > 0).toBe(isAsked);
  });

  test.each(["outside", "contents", "influenced"] as const)("that asks by %s looks at the branch", async (kind) => {
    const { session } = await openHouse(script(true), { flow: branchFlow({ onTool: { when: { kind } } }) });
    await drain(session.send(words));
    expect(whys(asked(session))).toEqual(["gate", "origin"]);
  });

  test("that asks by influenced is silent in a clean chat", async () => {
    const flow = gatedFlow({ when: { kind: "influenced" } }, shopFlow());
    const { session, tools } = await openHouse([{ calls: [refund] }, "Done."], { flow });
    await drain(session.send(words));
    expect(session.waiting()).toEqual([]);
    expect(tools.performed).toHaveLength(1);
  });
});
