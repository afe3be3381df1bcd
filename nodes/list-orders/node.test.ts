import { renderTemplate } from "#engine";
import { expect, test } from "vitest";
import { listOrders } from "./index.ts";

const [tool] = listOrders.toolsFor({});

test("takes no customer: the list is that of the one who speaks", () => {
  expect(tool?.inputSchema["properties"]).toEqual({});
});

test("tells the orders one a line", () => {
  const shoes = { orderId: "A1001", item: "trail shoes", total: 89.9, currency: "EUR", status: "shipped" };
  expect(renderTemplate(tool?.resultSentence ?? "", { orders: [shoes] })).toEqual({
    ok: true,
    text: "You have 1 order:\n- A1001: trail shoes, 89.90 EUR, shipped",
  });
  expect(renderTemplate(tool?.resultSentence ?? "", { orders: [] })).toEqual({
    ok: true,
    text: "There are no orders of yours.",
  });
});
