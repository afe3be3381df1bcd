import { isKind, type Flow, type JsonObject, type RunEvent } from "#engine";
import { describe, expect, test } from "vitest";
import { asked, drain, mara, nora, openHouse, statusOf } from "./house.fixture.ts";
import { oneCall, openRemoteHouse, remoteFlow } from "./remote-flow.fixture.ts";
import { json, serve } from "./local-server.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

const say = (text: string) => ({ text, speaker: nora });
const lookUp = oneCall("look_up_order", { orderId: "A1001" });
const refund = oneCall("refund", { orderId: "A1001", amount: 300 });

const kinds = (events: readonly RunEvent[]): readonly string[] =>
  events.filter(({ kind }) => kind.startsWith("privilege.") || kind === "tool.call").map(({ kind }) => kind);

/** Grants that could still be used. */
function live(events: readonly RunEvent[]): readonly string[] {
  const over = new Set(
    events.flatMap((event) =>
      isKind(event, "privilege.use") || isKind(event, "privilege.revoke") || isKind(event, "privilege.expire")
        ? [event.attrs.grantId]
        : [],
    ),
  );
  return events.flatMap((event) =>
    isKind(event, "privilege.grant") && !over.has(event.attrs.grantId) ? [event.attrs.grantId] : [],
  );
}

describe("a grant ends", () => {
  test("with a stop that comes before its call: it is taken back, and no call is made", async () => {
    const { session, tools } = await openHouse(lookUp);
    session.subscribe(({ kind }) => {
      if (kind === "privilege.grant") session.stop();
    });
    await drain(session.send(say("Where is A1001?")));
    expect(statusOf(session)).toBe("stopped");
    expect(tools.performed).toEqual([]);
    expect(kinds(session.events())).toEqual([
      "privilege.facts",
      "privilege.request",
      "privilege.grant",
      "privilege.revoke",
    ]);
  });

  test("with its time: a call that comes too late is not made", async () => {
    let late = 0;
    const { session, tools } = await openHouse(lookUp, { now: () => Date.now() + late });
    session.subscribe(({ kind }) => {
      if (kind === "privilege.grant") late = 31_000;
    });
    await drain(session.send(say("Where is A1001?")));
    expect(tools.performed).toEqual([]);
    expect(kinds(session.events())).toEqual([
      "privilege.facts",
      "privilege.request",
      "privilege.grant",
      "tool.call",
      "privilege.deny",
      "privilege.expire",
    ]);
  });

  test("with its step: nothing that was given in one is there in the next", async () => {
    const { session, tools } = await openHouse(lookUp);
    session.subscribe(({ kind }) => {
      if (kind === "privilege.grant" && tools.performed.length === 0) session.stop();
    });
    await drain(session.send(say("Where is A1001?")));
    const [end] = session
      .events()
      .flatMap((event) => (isKind(event, "node.end") && event.node?.id === "agent" ? [event] : []));
    const revoked = session.events().find((event) => isKind(event, "privilege.revoke"));
    expect(revoked?.seq).toBeLessThan(end?.seq ?? 0);
    expect(live(session.events())).toEqual([]);
  });

  test("signed or not: a token that was stopped before it left is in no log and at no server", async () => {
    await using server = await serve((_, response) => json(response, { pieces: 1 }));
    const house = await openRemoteHouse(
      oneCall("look_up_stock", { productId: "P1" }),
      remoteFlow(`${server.origin}/stock/{productId}`),
    );
    house.session.subscribe(({ kind }) => {
      if (kind === "privilege.grant") house.session.stop();
    });
    await drain(house.session.send(say("How many of P1?")));
    expect(server.seen).toEqual([]);
    expect(kinds(house.session.events())).toContain("privilege.revoke");
    expect(kinds(house.session.events())).not.toContain("privilege.token");
  });
});

describe("while a run waits for a person", () => {
  const never: JsonObject = {
    rules: [
      { tool: "refund", allow: "never" },
      { tool: "look_up_order", allow: "alone" },
    ],
  };

  test("nothing is granted, and a grant that comes later is for the approved call alone", async () => {
    const { session, tools } = await openHouse(refund);
    await drain(session.send(say("Refund 300 EUR for A1001")));
    expect(live(session.events())).toEqual([]);
    expect(kinds(session.events())).not.toContain("privilege.grant");
    await session.decide(asked(session), { by: mara, decision: "approve", comment: "" });
    await drain(session.resume());
    expect(tools.performed).toHaveLength(1);
    expect(live(session.events())).toEqual([]);
  });

  test("an approval no longer counts once the flow's rules have changed; a denial does", async () => {
    let drawn: Flow | undefined = shopFlow();
    const { session, tools } = await openHouse(refund, { drawn: async () => drawn });
    await drain(session.send(say("Refund 300 EUR for A1001")));
    drawn = shopFlow({ permission: never });
    for (const decision of ["approve", "edit"] as const)
      expect(await session.decide(asked(session), { by: mara, decision, comment: "" })).toMatchObject({
        ok: false,
        sentence: expect.stringContaining("have changed"),
      });
    expect(await session.decide(asked(session), { by: mara, decision: "deny", comment: "" })).toEqual({ ok: true });
    await drain(session.resume());
    expect(tools.performed).toEqual([]);
    expect(kinds(session.events())).not.toContain("privilege.grant");
  });

  test("an approval counts when only the drawing around the rules has changed, or is gone; not when it cannot be read", async () => {
    const moved = shopFlow();
    const answers: readonly (() => Promise<Flow | undefined>)[] = [
      () => Promise.reject(new Error("The disk is full.")),
      async () => ({
        ...moved,
        title: "Renamed",
        nodes: moved.nodes.map((node) => ({ ...node, position: { x: 9, y: 9 } })),
      }),
      async () => undefined,
    ];
    const decided: boolean[] = [];
    for (const drawn of answers) {
      const { session } = await openHouse(refund, { drawn });
      await drain(session.send(say("Refund 300 EUR for A1001")));
      decided.push((await session.decide(asked(session), { by: mara, decision: "approve", comment: "" })).ok);
    }
    expect(decided).toEqual([false, true, true]);
  });
});
