import type { LlmRequest } from "#engine";
import { registry } from "#nodes";
import type { ScriptedTurn } from "#providers";
import { describe, expect, test } from "vitest";
import { openWorkspace } from "../workspace/index.ts";
import { asked, drain, mara, nora, openHouse, statusOf } from "./house.fixture.ts";
import { gatedFlow, shopFlow } from "./shop-flow.fixture.ts";

type Call = { tool: string; arguments: { [name: string]: string | number } };
const refund = (orderId: string, amount: number): Call => ({ tool: "refund", arguments: { orderId, amount } });

/** One call an answer, in this order. */
function oneByOne(...calls: readonly Call[]) {
  return (request: LlmRequest): ScriptedTurn => {
    const next = calls[request.messages.filter(({ role }) => role === "tool").length];
    return next === undefined ? "Done." : { calls: [next] };
  };
}

const words = { text: "Refund 40 EUR and then 30 EUR for A1001, and 20 EUR for A1007", speaker: nora };
const approve = { by: mara, decision: "approve", comment: "" } as const;
const firstTarget = gatedFlow({ when: { kind: "first-target" } });
const whys = (request: ReturnType<typeof asked>) => (request.values.checks ?? []).map(({ why }) => why);

const refundOnce = (request: LlmRequest): ScriptedTurn =>
  request.messages.at(-1)?.role === "tool" ? "Done." : { calls: [refund("A1001", 40)] };
const once = { text: "Refund 40 EUR for A1001", speaker: nora };

describe("a gate for the first time with a target", () => {
  test("asks once for each target, and knows it afterwards", async () => {
    const script = oneByOne(refund("A1001", 40), refund("A1001", 30), refund("A1007", 20));
    const { session, tools } = await openHouse(script, { flow: firstTarget });
    await drain(session.send(words));
    expect(whys(asked(session))).toEqual(["gate"]);
    expect(asked(session).values.rule).toContain("for the first time");
    await session.decide(asked(session), approve);
    await drain(session.resume());
    expect(tools.performed.map(({ args }) => args["amount"])).toEqual([40, 30]);
    expect(asked(session).values.arguments).toMatchObject({ orderId: "A1007" });
    await session.decide(asked(session), approve);
    await drain(session.resume());
    expect(tools.performed).toHaveLength(3);
    expect(statusOf(session)).toBe("done");
  });

  test("remembers in the next message of the chat", async () => {
    const { session, tools } = await openHouse(refundOnce, { flow: firstTarget });
    await drain(session.send(once));
    await session.decide(asked(session), approve);
    await drain(session.resume());
    await drain(session.send(once));
    expect(session.waiting()).toEqual([]);
    expect(tools.performed).toHaveLength(2);
  });

  test("asks for each of several calls of one answer, also after one of them was approved and the run went on", async () => {
    const script = (request: LlmRequest): ScriptedTurn =>
      request.messages.at(-1)?.role === "tool" ? "Done." : { calls: [refund("A1001", 40), refund("A1001", 30)] };
    const { session, tools, parts } = await openHouse(script, { flow: firstTarget });
    await drain(session.send(words));
    expect(session.waiting()).toHaveLength(2);
    const [first, second] = session.waiting();
    if (first === undefined || second === undefined) throw new Error("Two are asked for.");
    await session.decide(first, approve);
    await drain(session.resume());
    expect(tools.performed.map(({ args }) => args["amount"])).toEqual([40]);
    expect(session.waiting().map(({ key }) => key)).toEqual([second.key]);
    const workspace = await openWorkspace(parts, registry);
    const again = await workspace.resume(session.runId);
    if (!again.ok) throw new Error(again.sentence);
    await again.session.decide(asked(again.session), approve);
    await drain(again.session.resume());
    expect(tools.performed).toHaveLength(2);
    expect(statusOf(again.session)).toBe("done");
  });

  test("a target that was denied or failed is not known", async () => {
    const script = oneByOne(refund("A1001", 40), refund("A1007", 20));
    const { session, tools } = await openHouse(script, { flow: firstTarget });
    await drain(session.send(words));
    await session.decide(asked(session), { ...approve, decision: "deny" });
    await drain(session.resume());
    expect(asked(session).values.arguments).toMatchObject({ orderId: "A1007" });
    expect(tools.performed).toEqual([]);
  });
});

describe("a gate with a condition", () => {
  const gate = (condition: string) => gatedFlow({ when: { kind: "condition", condition } });
  const asks = async (condition: string, call: Call) => {
    const { session } = await openHouse(oneByOne(call), { flow: gate(condition) });
    await drain(session.send(words));
    return session.waiting().length > 0;
  };

  test("asks where it holds, and where it cannot be decided", async () => {
    expect(await asks("args.amount > 30.0", refund("A1001", 40))).toBe(true);
    expect(await asks("args.amount > 30.0", refund("A1001", 30))).toBe(false);
    expect(await asks("args.amount > 30", refund("A1001", 40))).toBe(true);
    expect(await asks("args.nothing == 1.0", refund("A1001", 30))).toBe(true);
    expect(await asks("args.amount + 1.0", refund("A1001", 30))).toBe(true);
    expect(await asks('lower.orderId.startsWith("a1")', refund("A1001", 30))).toBe(true);
  });

  test("that cannot be read does not compile", async () => {
    const { workspace } = await openHouse([]);
    const started = await workspace.start(gate("args.amount >"));
    expect(started).toMatchObject({ ok: false });
  });
});

test("a gate for outside text also looks at plain text", async () => {
  const note = { tool: "refund", arguments: { orderId: "A1001", amount: 30, reason: "VIP, as the note says" } };
  for (const [kind, isAsked] of [
    ["outside", false],
    ["contents", true],
  ] as const) {
    const { session } = await openHouse(oneByOne(note), { flow: gatedFlow({ when: { kind } }, shopFlow()) });
    await drain(session.send(words));
    expect(session.waiting().length > 0, kind).toBe(isAsked);
  }
});
