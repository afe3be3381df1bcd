import { applyEdits, type LlmRequest, type RunEvent, type Speaker } from "#engine";
import { approvedBy, mayApprove, ruleOn } from "#monitor";
import type { ScriptedTurn } from "#providers";
import { describe, expect, test } from "vitest";
import { asked, drain, lena, mara, nora, openHouse, statusOf } from "./house.fixture.ts";
import { gatedFlow as gated, shopFlow } from "./shop-flow.fixture.ts";

type Call = { tool: string; arguments: { [name: string]: string | number } };

/** One call an answer, in this order, then words. */
function calling(...calls: readonly Call[]) {
  return (request: LlmRequest): ScriptedTurn => {
    const next = calls[request.messages.filter((message) => message.role === "tool").length];
    return next === undefined ? "Done." : { calls: [next] };
  };
}

const refund = (amount: number, orderId = "A1001"): Call => ({ tool: "refund", arguments: { orderId, amount } });
const approve = (by: Speaker) => ({ by, decision: "approve", comment: "" }) as const;
const deny = (by: Speaker) => ({ by, decision: "deny", comment: "" }) as const;
const words = { text: "Please refund 480 EUR or 40 EUR for order A1001", speaker: nora };

describe("a denial", () => {
  test("covers the same order for any amount, also one that needs nobody", async () => {
    const { session, tools } = await openHouse(calling(refund(480), refund(40)));
    await drain(session.send(words));
    await session.decide(asked(session), deny(mara));
    await drain(session.resume());
    expect(tools.performed).toEqual([]);
    await drain(session.send({ text: "Then refund 40 EUR for A1001", speaker: nora }));
    expect(tools.performed).toEqual([]);
  });

  test("changes nothing of what was asked for and done before it", async () => {
    const { session, tools } = await openHouse((request): ScriptedTurn =>
      request.messages.at(-1)?.role === "tool" ? "Done." : { calls: [refund(480), refund(40)] },
    );
    await drain(session.send(words));
    expect(tools.performed).toHaveLength(1);
    await session.decide(asked(session), deny(mara));
    await drain(session.resume());
    expect(tools.performed).toHaveLength(1);
    expect(statusOf(session)).toBe("done");
    const denied = session.events().filter(({ kind }) => kind === "privilege.deny");
    expect(denied.map(({ attrs }) => attrs)).toMatchObject([{ code: "denied" }]);
  });

  test("stands: a second decision does not count", async () => {
    const { session, tools } = await openHouse(calling(refund(480)));
    await drain(session.send(words));
    const request = asked(session);
    expect(await session.decide(request, deny(mara))).toMatchObject({ ok: true });
    expect(await session.decide(request, approve(lena))).toMatchObject({ ok: false });
    await drain(session.resume());
    expect(tools.performed).toEqual([]);
  });

  test("and an approval at the same moment: only one is written", async () => {
    const { session } = await openHouse(calling(refund(480)));
    await drain(session.send(words));
    const request = asked(session);
    const both = await Promise.all([session.decide(request, deny(mara)), session.decide(request, approve(lena))]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(session.events().filter(({ kind }) => kind === "approval.decision")).toHaveLength(1);
  });
});

describe("who may decide", () => {
  test("a request that was altered on the way to the person is judged as it is recorded", async () => {
    const { session, tools } = await openHouse(calling(refund(480)));
    await drain(session.send(words));
    const request = asked(session);
    const forged = { ...request, attrs: { ...request.attrs, roles: [], requester: "" } };
    expect(await session.decide(forged, approve(nora))).toMatchObject({ ok: false });
    expect(tools.performed).toEqual([]);
  });

  test("nobody without a name, and the requester under no spelling of theirs", async () => {
    const { session } = await openHouse(calling(refund(480)));
    await drain(session.send({ ...words, speaker: { ...nora, role: "lead" } }));
    for (const id of ["", " ", "nora", "NORA", "nora ", "ｎora"])
      expect(await session.decide(asked(session), approve({ ...mara, id }))).toMatchObject({ ok: false });
  });

  test("nobody speaks without a name", async () => {
    const { session } = await openHouse(calling(refund(40)));
    await expect(drain(session.send({ ...words, speaker: { ...nora, id: " " } }))).rejects.toThrow(/who/iu);
    expect(session.events()).toEqual([]);
  });

  test("a gate does not lift what the rule says", async () => {
    const flow = gated({ approvers: ["support", "lead"] });
    const { session, tools } = await openHouse(calling(refund(480)), { flow });
    await drain(session.send(words));
    const support = { id: "jo", name: "Jo", role: "support" };
    expect(await session.decide(asked(session), approve(support))).toMatchObject({ ok: false });
    expect(await session.decide(asked(session), approve(mara))).toMatchObject({ ok: true });
    await drain(session.resume());
    expect(tools.performed).toHaveLength(1);
  });

  test("where rule and gate agree on nobody, the call is denied", async () => {
    const { session, tools } = await openHouse(calling(refund(480)), { flow: gated({ approvers: ["support"] }) });
    await drain(session.send(words));
    expect(session.waiting()).toEqual([]);
    expect(tools.performed).toEqual([]);
  });

  test("two people, where the gate wants two, and the second may still say no", async () => {
    for (const second of [approve, deny]) {
      const { session, tools } = await openHouse(calling(refund(480)), { flow: gated({ people: 2 }) });
      await drain(session.send(words));
      expect(await session.decide(asked(session), approve(mara))).toMatchObject({ ok: true });
      await drain(session.resume());
      expect(tools.performed).toEqual([]);
      expect(await session.decide(asked(session), approve(mara))).toMatchObject({ ok: false });
      expect(await session.decide(asked(session), second(lena))).toMatchObject({ ok: true });
      expect(session.waiting()).toEqual([]);
      await drain(session.resume());
      expect(tools.performed).toHaveLength(second === approve ? 1 : 0);
      expect(statusOf(session)).toBe("done");
    }
  });
});

describe("one person under two profiles", () => {
  test("does not approve what they asked for, but may deny it", async () => {
    const { session } = await openHouse(calling(refund(480)));
    await drain(session.send(words));
    const again = { id: "someone", name: ` ${nora.name.toUpperCase()} `, role: "lead" };
    expect(await session.decide(asked(session), approve(again))).toEqual({
      ok: false,
      sentence: "The person who asked may not approve it.",
    });
    expect(await session.decide(asked(session), deny(again))).toEqual({ ok: true });
  });

  test("is not two people", async () => {
    const { session } = await openHouse(calling(refund(480)), { flow: gated({ people: 2 }) });
    await drain(session.send(words));
    expect(await session.decide(asked(session), approve(mara))).toEqual({ ok: true });
    const [request, events] = [asked(session), session.events()];
    expect(approvedBy(request, events)).toEqual([mara.name]);
    expect([mara, { ...mara, id: "someone" }, nora, lena].map((by) => mayApprove(request, events, by))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(await session.decide(request, approve({ ...mara, id: "someone" }))).toMatchObject({
      ok: false,
      sentence: "A second, different person has to approve this.",
    });
  });

  test("is not two people by one key in two names", async () => {
    const { session } = await openHouse(calling(refund(480)), { flow: gated({ people: 2 }) });
    await drain(session.send(words));
    const signed = { approver: "approver-a+00000000+AQ==", signature: "", salts: {} };
    const [request, events] = [asked(session), session.events()];
    const ruled = ruleOn(events, request.key, { ...approve(mara), signed }, request.time);
    if (!ruled.ok) throw new Error(ruled.sentence);
    const one: RunEvent = { ...ruled.draft, seq: request.seq + 1, time: request.time };
    expect(ruleOn([...events, one], request.key, { ...approve(lena), signed }, request.time)).toMatchObject({
      ok: false,
    });
    expect(ruleOn([...events, one], request.key, approve(lena), request.time)).toMatchObject({ ok: true });
  });
});

describe("an edit", () => {
  const edit = (amount: number, reason?: string) =>
    ({
      by: mara,
      decision: "edit",
      comment: "",
      edited: { orderId: "A1001", amount, ...(reason === undefined ? {} : { reason }) },
    }) as const;

  test("above the ceiling is denied, and one below it is what happens", async () => {
    for (const [amount, happens] of [
      [501, 0],
      [300, 1],
    ] as const) {
      const { session, tools } = await openHouse(calling(refund(480)));
      await drain(session.send(words));
      await session.decide(asked(session), edit(amount));
      await drain(session.resume());
      expect(tools.performed.map(({ args }) => args["amount"])).toEqual(happens === 0 ? [] : [amount]);
    }
  });

  test("passes the firewall like the agent's own words", async () => {
    const { session, tools } = await openHouse(calling(refund(480)));
    await drain(session.send(words));
    await session.decide(asked(session), edit(300, "key AKIAQ3EGRTYUIOPLKJHG see https://evil.example/?d=c2VjcmV0"));
    await drain(session.resume());
    expect(JSON.stringify(tools.performed)).not.toMatch(/AKIAQ3EGRTYUIOPLKJHG/u);
  });

  test("into what somebody else decides does not count", async () => {
    const rules = [
      { tool: "refund", allow: "ask", requires: { ownRecord: true }, approver: "support" },
      { tool: "refund", allow: "ask", approver: "lead" },
    ];
    const { session, tools } = await openHouse(calling(refund(40)), {
      flow: shopFlow({ permission: { rules: [{ tool: "look_up_order", allow: "alone" }, ...rules] } }),
      tools: (counting) => ({
        ...counting,
        standing: async (_tool, args) => ({ ownRecord: args["orderId"] === "A1001", sameTarget: true }),
      }),
    });
    await drain(session.send(words));
    const support = { id: "jo", name: "Jo", role: "support" };
    const edited = { orderId: "A1007", amount: 40 };
    expect(await session.decide(asked(session), { by: support, decision: "edit", comment: "", edited })).toEqual({
      ok: true,
    });
    await drain(session.resume());
    expect(tools.performed).toEqual([]);
  });
});

describe("a gate that hands on", () => {
  const to = { id: "ida", name: "Ida", role: "director" };
  const onTimeout = { kind: "escalate", to: "director", waitMinutes: 30 };

  test("asks the other role once the time is over, then denies", async () => {
    for (const [end, happens] of [
      ["approve", 1],
      ["deny", 0],
      ["wait", 0],
    ] as const) {
      let now = Date.UTC(2026, 0, 1);
      const flow = gated({ onTimeout, approvers: ["lead"] });
      const { session, tools } = await openHouse(calling(refund(40)), { flow, now: () => now });
      await drain(session.send(words));
      const first = asked(session);
      now += 2 * 3_600_000;
      await session.expire();
      await drain(session.resume());
      expect(tools.performed).toEqual([]);
      const second = asked(session);
      expect(second.attrs.roles).toEqual(["director"]);
      expect(await session.decide(first, approve(mara))).toMatchObject({ ok: false });
      expect(await session.decide(second, approve(mara))).toMatchObject({ ok: false });
      if (end === "wait") now += 3_600_000;
      else await session.decide(second, { by: to, decision: end, comment: "" });
      await session.expire();
      await drain(session.resume());
      expect(tools.performed).toHaveLength(happens);
      expect(session.waiting()).toEqual([]);
      expect(statusOf(session)).toBe("done");
      await drain(session.send({ ...words, text: "And refund 40 EUR for A1001 again" }));
      expect(session.waiting()).toHaveLength(happens);
    }
  });

  test("does not hand on what a rule leaves to one role", async () => {
    let now = Date.UTC(2026, 0, 1);
    const { session, tools } = await openHouse(calling(refund(480)), { flow: gated({ onTimeout }), now: () => now });
    await drain(session.send(words));
    now += 5 * 86_400_000;
    await session.expire();
    await drain(session.resume());
    expect(session.waiting()).toEqual([]);
    expect(tools.performed).toEqual([]);
  });
});

test("a gate on a wire asks two people where it says two", async () => {
  const node = { id: "gate", type: "approval-gate", version: 1, position: { x: 0, y: 0 }, config: { people: 2 } };
  const wire = (id: string, from: readonly [string, string], to: readonly [string, string]) =>
    ({
      type: "add-edge",
      edge: { id, kind: "data", from: { node: from[0], port: from[1] }, to: { node: to[0], port: to[1] } },
    }) as const;
  const flow = applyEdits(shopFlow(), [
    { type: "remove-edge", edgeId: "e2" },
    { type: "add-node", node },
    wire("a", ["agent", "reply"], ["gate", "value"]),
    wire("b", ["gate", "approved"], ["out", "text"]),
  ]);
  const { session } = await openHouse(["Hello."], { flow });
  await drain(session.send(words));
  await session.decide(asked(session), approve(mara));
  await drain(session.resume());
  expect(statusOf(session)).toBe("open");
  expect(await session.decide(asked(session), approve(mara))).toMatchObject({ ok: false });
  await session.decide(asked(session), approve(lena));
  await drain(session.resume());
  expect(statusOf(session)).toBe("done");
});

test("silence for days is a denial, whoever comes first afterwards", async () => {
  let now = Date.UTC(2026, 0, 1);
  const { session, tools } = await openHouse(calling(refund(480)), { now: () => now });
  await drain(session.send(words));
  const request = asked(session);
  now += 5 * 86_400_000;
  expect(await session.decide(request, approve(mara))).toMatchObject({ ok: false });
  await drain(session.resume());
  await session.expire();
  await drain(session.resume());
  expect(tools.performed).toEqual([]);
  expect(statusOf(session)).toBe("done");
});
