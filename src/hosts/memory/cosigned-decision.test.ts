import type { LlmRequest } from "#engine";
import type { PersonDecision } from "#monitor";
import type { ScriptedTurn } from "#providers";
import { expect, test, vi } from "vitest";
import { formatVkey, verifyBundle, type WitnessedState } from "#pillars/trace";
import {
  createRandomBytes,
  generatePair,
  isSameState,
  readDecisionFile,
  readRequestFile,
  signFor,
  signerOf,
  writeDecisionFile,
  writeRequestFile,
  type WitnessMemory,
} from "../workspace/index.ts";
import { asked, drain, mara, nora, openHouse } from "./house.fixture.ts";

const refund = ({ messages }: LlmRequest): ScriptedTurn =>
  messages.at(-1)?.role === "tool"
    ? "Done."
    : { calls: [{ tool: "refund", arguments: { orderId: "A1001", amount: 480 } }] };
const approve: PersonDecision = { by: mara, decision: "approve", comment: "" };

function memory(): WitnessMemory & { readonly states: Map<string, WitnessedState> } {
  const states = new Map<string, WitnessedState>();
  return {
    states,
    last: async (origin) => states.get(origin),
    async advance(origin, before, state) {
      if (!isSameState(states.get(origin), before)) return false;
      states.set(origin, state);
      return true;
    },
  };
}

async function keyOf(name: string) {
  const pair = await generatePair(false);
  return signerOf(name, pair, (own, key) => formatVkey(own, key, "cosignature"));
}

async function waitingHouse() {
  const house = await openHouse(refund);
  await drain(house.session.send({ text: "Please refund 480 EUR for order A1001", speaker: nora }));
  return { ...house, request: asked(house.session) };
}

type Waiting = Awaited<ReturnType<typeof waitingHouse>>;

const platformOf = (witness: WitnessMemory) => ({ randomBytes: createRandomBytes(), now: () => Date.now(), witness });

async function signedIn({ session, request }: Waiting, witness: WitnessMemory, key = keyOf("approver-mara")) {
  return signFor(request, await session.place(request), approve, () => key, platformOf(witness));
}

test("an approver cosigns the checkpoint that shows the request, and an outsider who knows them finds it", async () => {
  const house = await waitingHouse();
  const witness = memory();
  const key = await keyOf("approver-mara");
  const signing = await signedIn(house, witness, Promise.resolve(key));
  if (!signing.ok) throw new Error(signing.sentence);
  const cosigned = signing.decision.signed?.cosigned;
  expect(cosigned?.size).toBeGreaterThan(house.request.seq);
  expect([...witness.states.values()]).toMatchObject([{ size: cosigned?.size }]);
  expect(await house.session.decide(house.request, signing.decision)).toEqual({ ok: true });
  await drain(house.session.resume());
  await house.session.close("done");
  const bundle = await house.session.exportBundle();
  const check = (trusted: readonly string[], quorum: number) =>
    verifyBundle(bundle, { trusted: [house.workspace.vkey, ...trusted], own: [], receipts: [], quorum });
  expect(await check([], 0)).toMatchObject({ verdict: "VERIFIED", notes: [] });
  expect(await check([key.vkey], 1)).toMatchObject({ verdict: "VERIFIED+ANCHORED" });
  expect(await check([(await keyOf("approver-lena")).vkey], 1)).toMatchObject({ codes: ["E35"] });
});

test("an approver signs nothing about a log that went back or was replaced since they signed it", async () => {
  const house = await waitingHouse();
  const { origin = "" } = (await house.session.place(house.request)) ?? {};
  const seen = memory();
  expect(await signedIn(house, seen)).toMatchObject({ ok: true });
  const state = seen.states.get(origin);
  if (state === undefined) throw new Error("Nothing was remembered.");
  expect(await signedIn(house, seen)).toMatchObject({ ok: true });
  seen.states.set(origin, { ...state, size: state.size + 1 });
  expect(await signedIn(house, seen)).toMatchObject({ ok: false, sentence: expect.stringContaining("shorter") });
  seen.states.set(origin, { ...state, root: state.root.replace(/^./u, state.root.startsWith("A") ? "B" : "A") });
  expect(await signedIn(house, seen)).toMatchObject({ ok: false, sentence: expect.stringContaining("replaced") });
  seen.states.set(origin, { ...state, vkey: (await waitingHouse()).workspace.vkey });
  expect(await signedIn(house, seen)).toMatchObject({ ok: false, sentence: expect.stringContaining("replaced") });
});

test("an approver signs nothing about a log that does not fit its own signed state", async () => {
  const house = await waitingHouse();
  const place = await house.session.place(house.request);
  const log = await place?.log?.();
  if (place === undefined || log === undefined) throw new Error("The log cannot be shown.");
  const cut = { ...place, log: async () => ({ ...log, leaves: log.leaves.slice(1) }) };
  const signing = await signFor(house.request, cut, approve, () => keyOf("approver-mara"), platformOf(memory()));
  expect(signing).toMatchObject({ ok: false, sentence: expect.stringContaining("does not fit its own signed state") });
});

test("an approver signs nothing about a log that has lost its signed states", async () => {
  const house = await waitingHouse();
  vi.spyOn(house.parts.store, "checkpoints").mockResolvedValue([]);
  expect(await signedIn(house, memory())).toMatchObject({
    ok: false,
    sentence: expect.stringContaining("does not fit"),
  });
});

test("a cosignature for anything else does not count, and nothing is recorded", async () => {
  const house = await waitingHouse();
  const signing = await signedIn(house, memory());
  const elsewhere = await signedIn(await waitingHouse(), memory());
  const [signed, foreign] = [signing, elsewhere].map((each) => (each.ok ? each.decision.signed : undefined));
  if (signed?.cosigned === undefined || foreign?.cosigned === undefined) throw new Error("Nothing was cosigned.");
  const { size, signature } = signed.cosigned;
  for (const cosigned of [
    foreign.cosigned,
    { size: size - 1, signature },
    { size: 1, signature },
    { size, signature: "" },
  ])
    expect(await house.session.decide(house.request, { ...approve, signed: { ...signed, cosigned } })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("signature"),
    });
  expect(house.session.events().some(({ kind }) => kind === "approval.decision")).toBe(false);
  expect(await house.session.decide(house.request, { ...approve, signed })).toEqual({ ok: true });
});

test("a request travels with its log, so that somebody elsewhere is a witness too", async () => {
  const house = await waitingHouse();
  const { session, request, parts } = house;
  const { origin = "" } = (await session.place(request)) ?? {};
  const vkey = (await parts.shelf.list())[0]?.vkey;
  const sent = JSON.parse(await writeRequestFile(parts.store, origin, request, "Shop", undefined, vkey));
  const there = readRequestFile(sent);
  if (there === undefined) throw new Error("The request cannot be read.");
  const seen = memory();
  const sign = (place = there.place) =>
    signFor(there.request, place, approve, () => keyOf("approver-mara"), platformOf(seen));
  const signing = await sign();
  if (!signing.ok) throw new Error(signing.sentence);
  const back = readDecisionFile(JSON.parse(writeDecisionFile(there, signing.decision) ?? "{}"));
  if (back === undefined) throw new Error("The decision cannot be read.");
  expect(back.decision.signed?.cosigned?.size).toBeGreaterThan(request.seq);
  expect(await session.decide(request, back.decision)).toEqual({ ok: true });

  // An older file is decided on without a cosignature; another history is not.
  const state = seen.states.get(origin);
  if (state === undefined) throw new Error("Nothing was remembered.");
  seen.states.set(origin, { ...state, size: state.size + 5 });
  expect(await sign()).toMatchObject({ ok: true, decision: { signed: expect.not.objectContaining({ cosigned: {} }) } });
  seen.states.set(origin, { ...state, root: state.root.replace(/^./u, state.root.startsWith("A") ? "B" : "A") });
  expect(await sign()).toMatchObject({ ok: false, sentence: expect.stringContaining("replaced") });
  expect(readRequestFile({ ...sent, log: { ...sent.log, leaves: ["x"] } })).toBeUndefined();
});
