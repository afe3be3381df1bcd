import type { CallStanding, JsonObject, Speaker, ToolContext } from "#engine";
import { z } from "zod";
import { failure, success, type Effect } from "./outcome.ts";
import { orderOf, refundedCents, type CrmState, type Order } from "./state.ts";

/** Roles that may see every order. */
const staff: ReadonlySet<string> = new Set(["support", "lead", "supervisor"]);

const aboutOrder = z.looseObject({ orderId: z.string() });

export function lookUpOrder(state: CrmState, args: JsonObject, { speaker }: ToolContext): Effect {
  const asked = z.strictObject({ orderId: z.string() }).safeParse(args);
  if (!asked.success) return { outcome: failure("Say which order, by its number.") };
  const order = visibleOrder(state, asked.data.orderId, speaker);
  if (order === undefined) return { outcome: noOrder(asked.data.orderId) };
  const customer = state.customers.find(({ id }) => id === order.customer);
  return {
    outcome: success({
      orderId: order.id,
      customer: order.customer,
      customerName: customer?.name ?? "",
      item: order.item,
      quantity: order.quantity,
      total: order.total,
      currency: "EUR",
      paidWith: order.paidWith,
      status: order.status,
      carrier: order.carrier,
      expectedDelivery: order.delivery === "" ? "" : inWords(order.delivery),
      refunded: refundedCents(state, order.id) / 100,
      note: order.note,
    }),
  };
}

export function listOrders(state: CrmState, _args: JsonObject, { speaker }: ToolContext): Effect {
  const orders = state.orders
    .filter(({ customer }) => customer === speaker.id)
    .map(({ id, item, total, status }) => ({ orderId: id, item, total, currency: "EUR", status }));
  return { outcome: success({ orders }) };
}

/** The order, if this person may know of it. Someone else's order and one that does not exist look the same. */
export function visibleOrder(state: CrmState, id: string, speaker: Speaker): Order | undefined {
  const order = orderOf(state, id);
  return order !== undefined && (order.customer === speaker.id || staff.has(speaker.role)) ? order : undefined;
}

export function noOrder(id: string) {
  return failure(`There is no order ${id.slice(0, 20)} for you.`);
}

/**
 * Whose record a call is about, and whether what it gives goes back there. A refund always goes to what paid the order; an
 * e-mail does when it is written to the speaker's own address.
 */
export function standingOf(state: CrmState, tool: string, args: JsonObject, speaker: Speaker): CallStanding {
  if (tool === "list_orders") return { ownRecord: true, sameTarget: true };
  if (tool === "send_email") {
    const address = state.customers.find(({ id }) => id === speaker.id)?.email;
    const own = address !== undefined && args["to"] === address;
    return { ownRecord: own, sameTarget: own };
  }
  const asked = aboutOrder.safeParse(args);
  const order = asked.success ? orderOf(state, asked.data.orderId) : undefined;
  return { ownRecord: order?.customer === speaker.id, sameTarget: order !== undefined };
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 2026-11-25 -> "25 November 2026" */
function inWords(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}
