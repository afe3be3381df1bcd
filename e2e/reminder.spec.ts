import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test("whoever may decide is reminded at half of the wait, on whatever page, and the trace tells it", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  await expect(flow.waitingCard).toBeVisible();
  const editor = page.url();
  await page.clock.setSystemTime(Date.now() + 31 * 60_000);
  await page.goto("/#/settings");
  await page.reload();
  await expect(page.getByText(/^Still waits for you:/u)).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\) /u);
  await page.goto(editor);
  await page.reload();
  await page.getByRole("tab", { name: /^Trace/u }).click();
  await expect(page.getByText("Reminded whoever may decide")).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\) /u);

  await page.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(page).toHaveURL(/#\/approvals\?request=/u);
  const card = page.getByRole("article");
  await card.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByText(/^Approved by Mara Okafor/u)).toBeVisible();
  await expect(page).toHaveTitle(/^Gatehouse/u);
  await expect(page.getByText(/^Still waits for you:/u)).toHaveCount(0);
});

test("what is before one's eyes in the inbox is not said again over the buttons, and a notice goes with its request", async ({
  page,
  context,
}) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  await expect(flow.waitingCard).toBeVisible();
  const inbox = await context.newPage();
  await page.clock.setSystemTime(Date.now() + 31 * 60_000);
  await inbox.clock.setSystemTime(Date.now() + 31 * 60_000);
  await inbox.goto("/#/approvals");
  await expect(inbox).toHaveTitle(/^\(1\) /u);
  await expect(inbox.getByText(/^Still waits for you:/u)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^Still waits for you:/u)).toBeVisible();
  await inbox.getByRole("article").getByRole("button", { name: "Deny", exact: true }).click();
  await expect(page.getByText(/^Still waits for you:/u)).toHaveCount(0);
});
