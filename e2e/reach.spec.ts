import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test("an auditor sees who can do what, and the way to a tool", async ({ page }) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await page.getByRole("tab", { name: "Reach" }).click();
  const table = page.getByRole("region", { name: "Who can do what" });
  const refund = table.getByRole("row").filter({ hasText: "Refund" });
  await expect(refund).toContainText("up to 100 EUR");
  await expect(refund).toContainText("a lead decides");
  await expect(table.getByRole("row").filter({ hasText: "Send e-mail" })).toContainText("never");

  await refund.getByRole("button", { name: "Refund" }).click();
  await expect(refund.getByRole("button", { name: "Refund" })).toHaveAttribute("aria-pressed", "true");
  await expect(refund).toContainText("Chat input → Wants instalments? → Support agent → Refund → Approval gate");
  const marked = page.locator(".react-flow__node.on-way");
  await expect(marked).toHaveCount(5);
  await expect(page.locator(".react-flow__edge.on-way")).toHaveCount(4);
  // Nothing is selected, so that no key changes what is only pointed out.
  await expect(page.locator(".react-flow__node.selected")).toHaveCount(0);
  await refund.getByRole("button", { name: "Refund" }).press("Enter");
  await expect(marked).toHaveCount(0);

  await refund.getByRole("button", { name: "Refund" }).press("Enter");
  await expect(marked).toHaveCount(5);
  await page.getByRole("tab", { name: "Chat" }).click();
  await expect(marked).toHaveCount(0);
});
