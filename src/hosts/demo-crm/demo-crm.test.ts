import type { JsonObject, Speaker, Tools } from "#engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDemoCrm } from "./index.ts";
import { seedState } from "./seed.ts";
import { crmState, type CrmState } from "./state.ts";

const nora: Speaker = { id: "nora", name: "Nora", role: "customer" };
const mara: Speaker = { id: "mara", name: "Mara", role: "lead" };
const now = Date.UTC(2026, 10, 22);

/** The shop over a store that keeps text, as a disk or a database would. */
function shop() {
  let kept: string | undefined;
  const store = {
    load: async () => (kept === undefined ? undefined : crmState.parse(JSON.parse(kept))),
    save: async (state: CrmState) => {
      kept = JSON.stringify(state);
    },
  };
  return { tools: createDemoCrm(store), state: async () => (await store.load()) ?? seedState(now), store };
}

let calls = 0;
function call(tools: Tools, tool: string, args: JsonObject, speaker = nora, idempotencyKey = `k${(calls += 1)}`) {
  return tools.call(tool, args, { speaker, idempotencyKey, now, signal: new AbortController().signal });
}

test("the seed is a valid state with the orders that the templates name", () => {
  const state = crmState.parse(seedState(now));
  expect(state.customers).toHaveLength(10);
  expect(state.orders).toHaveLength(24);
  const owned = state.orders.filter((order) => order.customer === "nora").map((order) => order.id);
  expect(owned).toEqual(["A1001", "A1002", "A1003", "A1007", "A1011"]);
  for (const { customer } of state.orders) expect(state.customers.map((each) => each.id)).toContain(customer);
});

test("a customer looks up an own order", async () => {
  const { tools } = shop();
  expect(await call(tools, "look_up_order", { orderId: "A1001" })).toMatchObject({
    outcome: "success",
    result: { item: "trail shoes", total: 89.9, status: "shipped", expectedDelivery: "25 November 2026", refunded: 0 },
  });
});

test("somebody else's order and one that does not exist look the same to a customer; staff sees all", async () => {
  const { tools } = shop();
  const foreign = await call(tools, "look_up_order", { orderId: "A1004" });
  expect(foreign).toEqual({ outcome: "failure", message: "There is no order A1004 for you." });
  const absent = await call(tools, "look_up_order", { orderId: "A9999" });
  expect(absent).toEqual({ outcome: "failure", message: "There is no order A9999 for you." });
  expect(await call(tools, "look_up_order", { orderId: "A1004" }, mara)).toMatchObject({ outcome: "success" });
  expect(await call(tools, "refund", { orderId: "A1004", amount: 1 })).toMatchObject({ outcome: "failure" });
});

test("the list is that of the speaker alone", async () => {
  const { tools } = shop();
  const listed = await call(tools, "list_orders", {});
  expect(listed.outcome === "success" && listed.result).toMatchObject({
    orders: [{ orderId: "A1001" }, {}, {}, {}, {}],
  });
  expect(await call(tools, "list_orders", {}, mara)).toEqual({ outcome: "success", result: { orders: [] } });
});

test("a refund happens once for a key, and is there after a restart", async () => {
  const { tools, store } = shop();
  const first = await call(tools, "refund", { orderId: "A1001", amount: 40 }, nora, "same");
  const again = await call(createDemoCrm(store), "refund", { orderId: "A1001", amount: 40 }, nora, "same");
  expect(first).toEqual({
    outcome: "success",
    result: { refundId: "R1001", orderId: "A1001", amount: 40, currency: "EUR", to: "Visa ending 4417" },
  });
  expect(again).toEqual(first);
  expect((await store.load())?.refunds).toHaveLength(1);
  const looked = await call(createDemoCrm(store), "look_up_order", { orderId: "A1001" });
  expect(looked).toMatchObject({ result: { refunded: 40 } });
});

test("whatever is asked for, in whatever order or at once, no order gives back more than it cost", async () => {
  const amount = fc.oneof(fc.double({ min: 0.001, max: 200, noNaN: true }), fc.constantFrom(89.9, 89.91, 44.95, 0.01));
  await fc.assert(
    fc.asyncProperty(fc.array(amount, { maxLength: 12 }), async (amounts) => {
      const { tools, state } = shop();
      await Promise.all(amounts.map((each) => call(tools, "refund", { orderId: "A1001", amount: each })));
      const paid = (await state()).refunds.reduce((sum, each) => sum + Math.round(each.amount * 100), 0);
      expect(paid).toBeLessThanOrEqual(8990);
    }),
    { numRuns: 60 },
  );
});

test("a refund that cannot be kept has not happened", async () => {
  const full = createDemoCrm({
    load: async () => seedState(now),
    save: async () => {
      throw new Error("The disk is full.");
    },
  });
  await expect(call(full, "refund", { orderId: "A1001", amount: 40 })).rejects.toThrow("The disk is full.");
});

test("bad arguments are answered in one sentence and change nothing", async () => {
  const { tools, state } = shop();
  for (const args of [{}, { orderId: "A1001" }, { orderId: "A1001", amount: -1 }, { orderId: "A1001", amount: "40" }])
    expect(await call(tools, "refund", args)).toEqual({
      outcome: "failure",
      message: "Say which order and how much in EUR.",
    });
  expect(await call(tools, "refund", { orderId: "A1001", amount: 1, to: "DE89" })).toMatchObject({
    outcome: "failure",
  });
  expect(await call(tools, "drop_table", {})).toMatchObject({ outcome: "failure" });
  expect((await state()).refunds).toEqual([]);
});

test("e-mails are kept in the outbox, once for a key", async () => {
  const { tools, state } = shop();
  const email = { to: "nora.lindqvist@example.com", subject: "Your order", body: "It is on its way." };
  const first = await call(tools, "send_email", email, nora, "mail");
  expect(await call(tools, "send_email", email, nora, "mail")).toEqual(first);
  expect((await state()).outbox).toMatchObject([{ id: "M1001", ...email }]);
  expect(await call(tools, "send_email", { ...email, to: "everybody" })).toMatchObject({ outcome: "failure" });
});

test("tells whose record a call is about", async () => {
  const { tools } = shop();
  const standing = (tool: string, args: JsonObject, speaker = nora) => tools.standing?.(tool, args, speaker);
  expect(await standing("refund", { orderId: "A1007" })).toEqual({ ownRecord: true, sameTarget: true });
  expect(await standing("refund", { orderId: "A1004" })).toEqual({ ownRecord: false, sameTarget: true });
  expect(await standing("refund", { orderId: "A1007" }, mara)).toMatchObject({ ownRecord: false });
  expect(await standing("look_up_order", {})).toEqual({ ownRecord: false, sameTarget: false });
  expect(await standing("send_email", { to: "archive@order-backup.example" })).toMatchObject({ ownRecord: false });
});
