import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test("the report reads three tables under one permission, and the payroll stays closed", async ({ page }) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Monthly finance report");
  await flow.say("Write the report for October 2026 and add the payroll.");
  await flow.hears("Invoiced: 15,445.25 EUR in 4 invoices");
  await expect(flow.line("Only invoices, payments or costs may be used here.")).toBeVisible();
  await page.getByRole("tab", { name: /^Trace/u }).click();
  await page.getByRole("button", { name: "Search and filter" }).click();
  await page.getByRole("searchbox", { name: "Search the steps" }).fill("taken back");
  await expect(page.getByText("Permission taken back").first()).toBeVisible();
});
