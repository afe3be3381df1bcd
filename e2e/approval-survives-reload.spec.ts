import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test("a request that waits survives a reload, is decided in the inbox, and the run completes once", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  await expect(flow.waitingCard).toBeVisible();
  const address = page.url();

  await page.reload();
  await expect(flow.waitingCard).toContainText("480.00 EUR");
  await expect(flow.line("Waiting for a person")).toBeVisible();

  await page.goto("/#/approvals");
  await page.reload();
  const card = page.getByRole("article");
  await expect(card).toContainText("Support agent asks to use Refund");
  await card.getByRole("textbox", { name: "Add a comment" }).fill("Sorry about the lamp");
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText("Nobody waits for you")).toBeVisible();
  await expect(page.getByText(/^Approved by Mara Okafor/u)).toBeVisible();

  await page.goto(address);
  await flow.hears("480.00 EUR");
  await expect(flow.line("Refunded 480.00 EUR to Visa ending 4417")).toHaveCount(1);
  await page.reload();
  await expect(flow.line("Refunded 480.00 EUR to Visa ending 4417")).toHaveCount(1);
});
