import type { LlmRequest } from "#engine";
import type { PersonDecision } from "#monitor";
import type { ScriptedTurn } from "#providers";
import { expect, test } from "vitest";
import { formatVkey, verifyBundle } from "#pillars/trace";
import {
  createRandomBytes,
  generatePair,
  judgeTravelled,
  readDecisionFile,
  readRequestFile,
  signFor,
  signerOf,
  writeDecisionFile,
  writeRequestFile,
} from "../workspace/index.ts";
import { asked, drain, lena, mara, nora, openHouse, statusOf } from "./house.fixture.ts";

const refund = ({ messages }: LlmRequest): ScriptedTurn =>
  messages.at(-1)?.role === "tool"
    ? "Done."
    : { calls: [{ tool: "refund", arguments: { orderId: "A1001", amount: 480 } }] };
const words = { text: "Please refund 480 EUR for order A1001", speaker: nora };
const approve = (by = mara): PersonDecision => ({ by, decision: "approve", comment: "Fine." });
const platform = { randomBytes: createRandomBytes(), now: () => Date.now() };

async function keyOf(name: string) {
  const pair = await generatePair(false);
  return signerOf(name, pair, (own, key) => formatVkey(own, key, "cosignature"));
}

async function waitingHouse() {
  const house = await openHouse(refund);
  await drain(house.session.send(words));
  const request = asked(house.session);
  const place = await house.session.place(request);
  return { ...house, request, place };
}

async function signedBy(
  signer: Awaited<ReturnType<typeof keyOf>>,
  { request, place }: Awaited<ReturnType<typeof waitingHouse>>,
  decision = approve(),
) {
  const signing = await signFor(request, place, decision, async () => signer, platform);
  if (!signing.ok) throw new Error(signing.sentence);
  return signing.decision;
}

test("a signed decision counts, goes on, and an outsider sees whose it is", async () => {
  const house = await waitingHouse();
  const signer = await keyOf("approver-mara");
  const edited = { orderId: "A1001", amount: 300 };
  const decision = await signedBy(signer, house, { ...approve(), decision: "edit", edited });
  expect(await house.session.decide(house.request, decision)).toEqual({ ok: true });
  await drain(house.session.resume());
  expect(house.tools.performed.map(({ args }) => args)).toEqual([edited]);
  await house.session.close("done");
  const bundle = await house.session.exportBundle();
  const trusted = [house.workspace.vkey];
  expect(await verifyBundle(bundle, { trusted, own: [], receipts: [] })).toMatchObject({
    verdict: "VERIFIED",
    notes: [],
  });
  const anchored = await verifyBundle(bundle, { trusted: [...trusted, signer.vkey], own: [], receipts: [] });
  expect(anchored.verdict).toBe("VERIFIED+ANCHORED");
});

test("a signature for anything else does not count, and nothing is recorded", async () => {
  const house = await waitingHouse();
  const elsewhere = await waitingHouse();
  const signer = await keyOf("approver-mara");
  const signed = await signedBy(signer, house);
  const forged: readonly PersonDecision[] = [
    { ...signed, decision: "deny" },
    { ...signed, comment: "Other words." },
    { ...signed, by: lena },
    { ...signed, by: { ...mara, name: "M." } },
    { ...signed, decision: "edit", edited: { orderId: "A1001", amount: 1 } },
    { ...signed, signed: { ...(signed.signed ?? { approver: "", signature: "" }), salts: {} } },
    await signedBy(signer, elsewhere),
  ];
  for (const decision of forged)
    expect(await house.session.decide(house.request, decision)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("signature"),
    });
  expect(house.session.events().some(({ kind }) => kind === "approval.decision")).toBe(false);
  expect(await house.session.decide(house.request, signed)).toEqual({ ok: true });
});

test("nobody gets a key for what they may not decide", async () => {
  const { request, place } = await waitingHouse();
  const neverAsked = () => Promise.reject(new Error("A key was made."));
  expect(await signFor(request, place, approve(nora), neverAsked, platform)).toMatchObject({ ok: false });
});

test("a request travels as a file and comes back as a signed decision", async () => {
  const house = await waitingHouse();
  const { session, request, place } = house;
  const sent = await storedRequest(house);
  const there = readRequestFile(JSON.parse(sent));
  expect(there).toMatchObject({ flow: "Shop", request: { values: request.values, attrs: request.attrs } });
  expect(there?.place).toMatchObject({ origin: place?.origin, leaf: place?.leaf, seq: place?.seq });
  if (there === undefined) throw new Error("The request cannot be read.");
  const signing = await signFor(there.request, there.place, approve(), () => keyOf("approver-m"), platform);
  const file = signing.ok ? writeDecisionFile(there, signing.decision) : undefined;
  const back = readDecisionFile(JSON.parse(file ?? "{}"));
  expect(writeDecisionFile(there, approve())).toBeUndefined();
  if (back === undefined) throw new Error("The decision cannot be read.");
  expect(back.approvalId).toBe(request.attrs.approvalId);
  expect(await session.decide(request, { ...back.decision, comment: "Changed on the way." })).toMatchObject({
    ok: false,
  });
  expect(await session.decide(request, back.decision)).toEqual({ ok: true });
  await drain(session.resume());
  expect(statusOf(session)).toBe("done");
});

test("a request that was changed on the way is refused, or its signature fits nothing", async () => {
  const house = await waitingHouse();
  const sent = JSON.parse(await storedRequest(house));
  const cut = { ...sent, values: sent.values.slice(1) };
  expect(readRequestFile(cut)).toBeUndefined();
  expect(readRequestFile({ ...sent, more: 1 })).toBeUndefined();
  expect(readRequestFile({ ...sent, values: [...sent.values.slice(1), "bm9uc2Vuc2U"] })).toBeUndefined();
  const looser = readRequestFile({ ...sent, line: sent.line.replace('"expiresAt":1', '"expiresAt":9') });
  if (looser === undefined) throw new Error("Such a line reads like any other.");
  const signing = await signFor(looser.request, looser.place, approve(), () => keyOf("approver-m"), platform);
  if (!signing.ok) throw new Error(signing.sentence);
  expect(await house.session.decide(house.request, signing.decision)).toMatchObject({ ok: false });
});

test("a decision file counts where its request waits, under a key that speaks for one person in one role", async () => {
  const house = await waitingHouse();
  const { session, parts, place, request } = house;
  const signer = await keyOf("approver-mara");
  const run = { runId: "r", origin: place?.origin ?? "", events: session.events() };
  const file = { origin: run.origin, approvalId: request.attrs.approvalId, decision: await signedBy(signer, house) };
  const profile = { ...mara, vkey: signer.vkey, createdAt: 1 };
  const judge = (change: Partial<typeof file> = {}, known: Parameters<typeof judgeTravelled>[2] = []) =>
    judgeTravelled({ ...file, ...change }, [run], known, parts.store, Date.now());

  expect(await judge()).toMatchObject({ ok: true, isKnown: false, approver: signer.vkey });
  expect(await judge({}, [profile])).toMatchObject({ ok: true, isKnown: true });
  for (const other of [{ role: "support" }, { id: "nora" }, { name: "Nora" }, { retiredAt: 2 }])
    expect(await judge({}, [{ ...profile, ...other }])).toEqual({ ok: false, why: "other-person" });

  expect(await judge({ origin: "elsewhere" })).toEqual({ ok: false, why: "elsewhere" });
  expect(await judge({ approvalId: "another" })).toEqual({ ok: false, why: "no-request" });
  expect(await judge({ decision: approve() })).toEqual({ ok: false, why: "unsigned" });
  expect(await judge({ decision: { ...file.decision, comment: "Other words." } })).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("signature"),
  });
  expect(await judge({ decision: { ...file.decision, by: nora } })).toMatchObject({ ok: false });
  expect(session.events().some(({ kind }) => kind === "approval.decision")).toBe(false);
});

test("a decision file that comes too late says what became of its request", async () => {
  const house = await waitingHouse();
  const { session, parts, place, request } = house;
  const { approvalId, expiresAt } = request.attrs;
  const [first, later] = [await signedBy(await keyOf("approver-mara"), house), await signedBy(await keyOf("x"), house)];
  const judge = (decision: PersonDecision, time = Date.now()) => {
    const run = { runId: "r", origin: place?.origin ?? "", events: session.events() };
    return judgeTravelled({ origin: run.origin, approvalId, decision }, [run], [], parts.store, time);
  };
  expect(await judge(first, expiresAt + 1)).toEqual({ ok: false, why: "expired" });
  await session.decide(request, first);
  expect(await judge(first)).toEqual({ ok: false, why: "counted" });
  expect(await judge(later)).toEqual({ ok: false, why: "decided" });

  const left = await waitingHouse();
  const decision = await signedBy(await keyOf("approver-mara"), left);
  await left.session.close("abandoned");
  const run = { runId: "r", origin: left.place?.origin ?? "", events: left.session.events() };
  const file = { origin: run.origin, approvalId: left.request.attrs.approvalId, decision };
  expect(await judgeTravelled(file, [run], [], left.parts.store, Date.now())).toEqual({ ok: false, why: "ended" });
});

async function storedRequest({ request, place, parts }: Awaited<ReturnType<typeof waitingHouse>>): Promise<string> {
  return writeRequestFile(parts.store, place?.origin ?? "", request, "Shop");
}
