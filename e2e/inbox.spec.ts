import { ApprovalsPage } from "./pages/approvals-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const lamp = "The lamp in order A1007 arrived broken. Can I get my money back?";

test("the inbox over two flows by keyboard: J and K move, D denies, only those who may decide have it, and what was denied stays denied", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  const chats: string[] = [];
  await inbox.makeProfile("Nora", "lead");
  for (const text of [lamp, "Please refund 120 EUR for order A1002."]) {
    await flow.useTemplate("Customer support with refunds");
    await flow.say(text);
    await expect(flow.waitingCard).toBeVisible();
    chats.push(page.url());
  }
  await inbox.open();
  const { card } = inbox;
  await expect(card).not.toHaveCount(0);
  await inbox.actAs("Nora, lead");
  await expect(card).toHaveCount(0);
  await inbox.actAs("Mara Okafor, lead");
  await expect(page.getByRole("link", { name: /Approvals/u })).toContainText("2");
  await expect(card).toContainText("480.00 EUR");
  await page.getByRole("button", { name: /^Refund 480\.00 EUR/u }).focus();
  await page.keyboard.press("j");
  await expect(card).toContainText("120.00 EUR");
  await page.keyboard.press("k");
  await expect(card).toContainText("480.00 EUR");
  await page.keyboard.press("d");
  await expect(page.getByText(/^Denied by Mara Okafor/u)).toBeVisible();
  await expect(card).toContainText("120.00 EUR");

  await inbox.actAs("Jonas Weber, support");
  await expect(page.getByRole("radio", { name: /For me/u })).toHaveAccessibleName(/^For me\s*0$/u);
  await expect(card).toHaveCount(0);
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.goto(chats[0] ?? "");
  await flow.hears("Mara Okafor denied it");
  await flow.say("The lamp in order A1007 is broken. I want my money back.");
  await expect(flow.line("A person has denied this call already")).toBeVisible();
  await expect(flow.waitingCard).toHaveCount(0);
});

test("silence becomes a denial when its time is over, and the chat says so", async ({ page }) => {
  await page.clock.install();
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say(lamp);
  await expect(flow.waitingCard).toContainText("min left");
  await page.clock.fastForward("01:01:00");
  await expect(flow.line("nobody decided in time")).toBeVisible();
  await expect(flow.line("Refunded")).toHaveCount(0);
  await expect(flow.waitingCard).toHaveCount(0);
});
