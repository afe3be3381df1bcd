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
});
