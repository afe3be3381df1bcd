import { isKind } from "#engine";
import { verifyBundle } from "#pillars/trace";
import { expect, test } from "vitest";
import { asked, drain, mara, nora, openHouse, statusOf } from "./house.fixture.ts";
import { gatedFlow } from "./shop-flow.fixture.ts";

const minute = 60_000;
const script = ({ messages }: { readonly messages: readonly { readonly role: string }[] }) =>
  messages.at(-1)?.role === "tool"
    ? "Done."
    : { calls: [{ tool: "refund", arguments: { orderId: "A1001", amount: 40 } }] };

test.each([
  [{ waitMinutes: 60 }, 30],
  [{ waitMinutes: 60, remindMinutes: 10 }, 10],
])("%o: whoever may decide is reminded once, after %i minutes, and it decides nothing", async (gate, minutes) => {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const { session, workspace } = await openHouse(script, { flow: gatedFlow(gate), now: () => clock.now });
  await drain(session.send({ text: "Refund 40 EUR for A1001", speaker: nora }));
  const asking = asked(session);
  clock.now = asking.time + (minutes - 1) * minute;
  expect(await session.remind()).toBe(false);
  clock.now += 2 * minute;
  expect([await session.remind(), await session.remind()]).toEqual([true, false]);
  expect(session.waiting()).toHaveLength(1);
  expect(await session.decide(asking, { by: mara, decision: "approve", comment: "" })).toEqual({ ok: true });
  await drain(session.resume());
  expect(statusOf(session)).toBe("done");
  expect(session.events().filter((event) => isKind(event, "approval.reminder"))).toHaveLength(1);
  await session.close("done");
  const report = await verifyBundle(await session.exportBundle(), { trusted: [workspace.vkey], own: [], receipts: [] });
  expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
});
