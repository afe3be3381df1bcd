import type { JsonObject, ToolContext } from "#engine";
import { z } from "zod";
import { noOrder, visibleOrder } from "./orders.ts";
import { failure, success, type Effect } from "./outcome.ts";
import { cents, orderOf, refundedCents, type CrmState } from "./state.ts";

const refundArguments = z.strictObject({
  orderId: z.string(),
  amount: z.number().positive().max(1e6),
  reason: z.string().max(500).default(""),
});

/** Pays back to what paid the order, never more than is left of it, and once for each idempotency key. */
export function refundOrder(state: CrmState, args: JsonObject, context: ToolContext): Effect {
  const before = state.refunds.find(({ idempotencyKey }) => idempotencyKey === context.idempotencyKey);
  if (before !== undefined) return { outcome: told(state, before) };
  const asked = refundArguments.safeParse(args);
  if (!asked.success) return { outcome: failure("Say which order and how much in EUR.") };
  const { orderId, amount, reason } = asked.data;
  const order = visibleOrder(state, orderId, context.speaker);
  if (order === undefined) return { outcome: noOrder(orderId) };
  if (order.status === "cancelled") return { outcome: failure(`Order ${orderId} was cancelled, so it was not paid.`) };
  const left = cents(order.total) - refundedCents(state, orderId);
  if (cents(amount) < 1) return { outcome: failure("The smallest refund is 0.01 EUR.") };
  if (amount * 100 > left + 1e-6) {
    const most = (left / 100).toFixed(2);
    return {
      outcome: failure(
        left <= 0
          ? `Order ${orderId} has been paid back in full.`
          : `At most ${most} EUR of order ${orderId} can be paid back.`,
      ),
    };
  }
  const refund = {
    id: `R${1001 + state.refunds.length}`,
    orderId,
    amount: cents(amount) / 100,
    reason,
    idempotencyKey: context.idempotencyKey,
    at: context.now,
  };
  return { outcome: told(state, refund), state: { ...state, refunds: [...state.refunds, refund] } };
}

function told(state: CrmState, { id, orderId, amount }: CrmState["refunds"][number]) {
  const to = orderOf(state, orderId)?.paidWith ?? "";
  return success({ refundId: id, orderId, amount, currency: "EUR", to });
}
