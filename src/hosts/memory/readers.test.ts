import { isKind, type Flow, type LlmRequest } from "#engine";
import { verifyBundle } from "#pillars/trace";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { asked, drain, lena, mara, nora, openHouse } from "./house.fixture.ts";
import { shopFlow } from "./shop-flow.fixture.ts";

const otto = { id: "otto", name: "Otto", role: "customer" };
const look = { tool: "look_up_order", arguments: { orderId: "A1007" } };
const mail = (body: string) => ({ tool: "send_email", arguments: { to: "nora@example.com", subject: "Order", body } });

/** The shop, in which who speaks decides which orders may be read, and e-mails go out alone. */
function limitedFlow(rule: object, sends = "alone", others: readonly object[] = []): Flow {
  const flow = shopFlow({
    permission: {
      rules: [
        ...[rule, ...others].map((each) => ({ tool: "look_up_order", allow: "alone", ...each })),
        { tool: "send_email", allow: sends },
      ],
    },
  });
  const mailNode = { id: "mail", type: "send-email", version: 1, position: { x: 0, y: 0 }, config: {} };
  return {
    ...flow,
    nodes: [...flow.nodes.filter(({ id }) => id !== "refund"), mailNode],
    edges: [
      ...flow.edges.filter(({ from }) => from.node !== "refund"),
      { id: "mail-agent", kind: "attach", from: { node: "mail", port: "guard" }, to: { node: "agent", port: "tool" } },
    ],
  };
}

/** Calls one after the other in the turn that begins with the words they stand under. */
function plays(
  turns: Readonly<Record<string, readonly { tool: string; arguments: Record<string, string> }[]>>,
  heard: LlmRequest[] = [],
) {
  return (request: LlmRequest): ScriptedTurn => {
    heard.push(request);
    const at = request.messages.findLastIndex(({ role }) => role === "user");
    const said = request.messages[at];
    const calls = turns[said?.role === "user" ? said.text : ""] ?? [];
    const next =
      calls[
        request.messages.length - at - 1 === 0
          ? 0
          : request.messages.slice(at).filter(({ role }) => role === "tool").length
      ];
    return next === undefined ? "The total of A1007 is 480 EUR." : { calls: [next] };
  };
}

const told = (heard: readonly LlmRequest[]): string => JSON.stringify(heard.at(-1)?.messages);

test("what only a role may read is told to no model that speaks to somebody else in the same chat", async () => {
  const heard: LlmRequest[] = [];
  const script = plays({ "Look up A1007": [look] }, heard);
  const { session, workspace } = await openHouse(script, { flow: limitedFlow({ roles: ["lead"] }) });
  await drain(session.send({ text: "Look up A1007", speaker: mara }));
  const result = session.events().find((event) => isKind(event, "tool.result"));
  expect(result?.attrs).toMatchObject({ readers: ["lead", "person:mara"] });
  await drain(session.send({ text: "What was that order about?", speaker: nora }));
  expect(told(heard)).not.toMatch(/480|A1007|cracked/u);
  await drain(session.send({ text: "And once more?", speaker: lena }));
  expect(told(heard)).toContain("480");
  const report = await verifyBundle(await session.exportBundle(), { trusted: [workspace.vkey], own: [], receipts: [] });
  expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
});

test("a record of one's own is for nobody else of the same role", async () => {
  const heard: LlmRequest[] = [];
  const flow = limitedFlow({ requires: { ownRecord: true } });
  const { session } = await openHouse(plays({ "Look up A1007": [look] }, heard), { flow });
  await drain(session.send({ text: "Look up A1007", speaker: nora }));
  await drain(session.send({ text: "What did she ask?", speaker: otto }));
  expect(told(heard)).not.toMatch(/480|A1007/u);
  await drain(session.send({ text: "And what is it now?", speaker: nora }));
  expect(told(heard)).toContain("480");
});

test("a handle does not reach what this speaker may not read", async () => {
  const handle = {
    tool: "send_email",
    arguments: { to: "nora@example.com", subject: "Order", body: { $ref: "look_up_order#note" } },
  };
  const script = plays({ "Look up A1007": [look], "E-mail it to nora@example.com": [handle as never] });
  const { session, tools } = await openHouse(script, { flow: limitedFlow({ roles: ["lead"] }) });
  await drain(session.send({ text: "Look up A1007", speaker: mara }));
  await drain(session.send({ text: "E-mail it to nora@example.com", speaker: nora }));
  expect(session.events().flatMap((event) => (isKind(event, "privilege.deny") ? [event.attrs.code] : []))).toEqual([
    "bad-handle",
  ]);
  expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order"]);
});

test("it leaves only after somebody who may read it has approved, and free words leave alone", async () => {
  const words = "Look up A1007 and send an e-mail to nora@example.com about Order saying See you soon";
  for (const [body, isAsked] of [
    ["The total is 480.", true],
    ["See you soon", false],
  ] as const) {
    const { session, tools, workspace } = await openHouse(plays({ [words]: [look, mail(body)] }), {
      flow: limitedFlow({ roles: ["lead"] }),
    });
    await drain(session.send({ text: words, speaker: mara }));
    expect(session.waiting().length > 0).toBe(isAsked);
    if (isAsked) {
      const sentences = (asked(session).values.checks ?? []).map(({ sentence }) => sentence);
      expect(sentences).toEqual([
        expect.stringMatching(/“body” may hold what only lead may read \(.+\), and it leaves/u),
      ]);
      expect(asked(session).attrs.roles).toEqual(["lead"]);
      expect(await session.decide(asked(session), { by: nora, decision: "approve", comment: "" })).toMatchObject({
        ok: false,
      });
      await session.decide(asked(session), { by: lena, decision: "approve", comment: "" });
      await drain(session.resume());
    }
    expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order", "send_email"]);
    const report = await verifyBundle(await session.exportBundle(), {
      trusted: [workspace.vkey],
      own: [],
      receipts: [],
    });
    expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
  }
});

test("nobody is asked about what they may not read", async () => {
  const words = "Look up A1007 and send an e-mail to nora@example.com about Order";
  const flow = limitedFlow({ roles: ["support"] });
  const config = {
    rules: [
      { tool: "look_up_order", allow: "alone", roles: ["support"] },
      { tool: "send_email", allow: "ask", approver: "lead" },
    ],
  };
  const drawn = { ...flow, nodes: flow.nodes.map((node) => (node.id === "permission" ? { ...node, config } : node)) };
  const { session, tools } = await openHouse(plays({ [words]: [look, mail("The total is 480.")] }), { flow: drawn });
  await drain(session.send({ text: words, speaker: { id: "jonas", name: "Jonas", role: "support" } }));
  expect(session.waiting()).toEqual([]);
  expect(tools.performed.map(({ tool }) => tool)).toEqual(["look_up_order"]);
  expect(session.events().flatMap((event) => (isKind(event, "privilege.deny") ? [event.attrs.code] : []))).toEqual([
    "nobody-decides",
  ]);
});

test("what anyone may read is marked for nobody", async () => {
  const words = "Look up A1007 and send an e-mail to nora@example.com about Order";
  const { session, tools } = await openHouse(plays({ [words]: [look, mail("The total is 480.")] }), {
    flow: limitedFlow({}),
  });
  await drain(session.send({ text: words, speaker: nora }));
  expect(session.waiting()).toEqual([]);
  expect(tools.performed).toHaveLength(2);
  expect(session.events().some((event) => isKind(event, "tool.result") && event.attrs.readers !== undefined)).toBe(
    false,
  );
});

test("what only another role may read is handed to that role, and the model is told so", async () => {
  const heard: LlmRequest[] = [];
  const script = plays({ "Look up A1007": [look, look] }, heard);
  const { session, workspace } = await openHouse(script, { flow: limitedFlow({ roles: ["lead"] }) });
  await drain(session.send({ text: "Look up A1007", speaker: nora }));
  const events = session.events();
  const handed = events.filter((event) => isKind(event, "handoff"));
  expect(handed.map(({ attrs, values }) => [attrs.to, values.sentence])).toEqual([
    ["lead", "“Look up order” is only for lead. The request is handed to them."],
  ]);
  expect(events.some(({ kind }) => kind === "tool.call")).toBe(false);
  expect(told(heard)).toContain("The request is handed to them.");
  await session.close("done");
  const report = await verifyBundle(await session.exportBundle(), { trusted: [workspace.vkey], own: [], receipts: [] });
  expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
});

test("what the own role may read in other cases is handed to nobody, nor is what no role may read", async () => {
  const lead = { roles: ["lead"] };
  const own = { roles: ["customer"], only: { argument: "orderId", values: ["A9999"] } };
  for (const flow of [limitedFlow(own, "alone", [lead]), limitedFlow({ allow: "never", ...lead })]) {
    const { session } = await openHouse(plays({ "Look up A1007": [look] }), { flow });
    await drain(session.send({ text: "Look up A1007", speaker: otto }));
    expect(session.events().filter(({ kind }) => kind === "privilege.deny")).toHaveLength(1);
    expect(session.events().filter(({ kind }) => kind === "handoff")).toEqual([]);
  }
});
