import { z } from "zod";

const orderId = z.string().regex(/^A\d{4}$/);
const money = z.number().min(0).max(1e6);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const customer = z.strictObject({ id: z.string(), name: z.string(), email: z.email() });

const order = z.strictObject({
  id: orderId,
  customer: z.string(),
  item: z.string(),
  quantity: z.number().int().min(1),
  /** In EUR, as is every amount here. */
  total: money,
  paidWith: z.string(),
  status: z.enum(["processing", "shipped", "delivered", "returned", "cancelled"]),
  carrier: z.string(),
  /** When it should come, or came. */
  delivery: isoDate.or(z.literal("")),
  /** Anybody at a counter, in a warehouse or at a carrier may have written it. */
  note: z.string(),
});
export type Order = z.infer<typeof order>;

const refund = z.strictObject({
  id: z.string(),
  orderId,
  amount: money,
  reason: z.string(),
  /** The call that asked for it; a second call with this key gets the same answer and pays nothing. */
  idempotencyKey: z.string(),
  at: z.number(),
});

const message = z.strictObject({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  idempotencyKey: z.string(),
  at: z.number(),
});

/** Everything the demo shop remembers. `outbox` holds e-mails that were written; none is sent. */
export const crmState = z.strictObject({
  version: z.literal(1),
  customers: z.array(customer),
  orders: z.array(order),
  refunds: z.array(refund),
  outbox: z.array(message),
});
export type CrmState = z.infer<typeof crmState>;

export function orderOf(state: CrmState, id: string): Order | undefined {
  return state.orders.find((each) => each.id === id);
}

/** In hundredths, so that sums are exact. */
export function refundedCents(state: CrmState, id: string): number {
  return state.refunds.filter((each) => each.orderId === id).reduce((sum, { amount }) => sum + cents(amount), 0);
}

export function cents(amount: number): number {
  return Math.round(amount * 100);
}
