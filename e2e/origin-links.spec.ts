import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const lamp = "The lamp in order A1007 arrived broken. Can I get my money back?";

test("what a request is made of leads to where it stands: from the card, from the inbox, and in a narrow window", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say(lamp);
  const address = page.url();
  await test.step("from the card beside the chat to the message and to the tool's record, by pointer and by Enter", async () => {
    await expect(flow.waitingCard).toContainText("480.00 EUR");
    await flow.waitingCard.getByRole("button", { name: "your message: show where Order number stands" }).click();
    const message = flow.log.locator(".bub.sought");
    await expect(message).toBeFocused();
    await expect(message.locator("mark")).toHaveText(["A1007"]);
    await expect(message).toContainText("Marked: where “Order number” in the request comes from.");

    await flow.waitingCard.getByRole("button", { name: "order A1007: show where Amount stands" }).focus();
    await page.keyboard.press("Enter");
    const mark = page.locator(".step-detail mark");
    await expect(mark).toHaveText(["480"]);
    await expect(mark).toBeFocused();
    await expect(page.locator(".step-detail")).toContainText("Looked up order A1007");
  });
  expect(await accessibilityFaults(page)).toEqual([]);
  await test.step("from the inbox into the flow's chat, and into the trace of the run; another step marks nothing", async () => {
    await page.goto("/#/approvals");
    const card = page.getByRole("article");
    await card.getByRole("button", { name: "Nora Lindqvist’s message: show where Reason stands" }).press("Enter");
    await expect(flow.log.locator(".bub.sought mark")).toHaveText(["The lamp in order A1007 arrived broken"]);
    await expect(page).toHaveURL(address);

    await page.goto("/#/approvals");
    await card.getByRole("button", { name: "order A1007: show where Amount stands" }).click();
    await expect(page).toHaveURL(/#\/trace\/.*argument=amount/u);
    await expect(page.locator(".step-detail mark")).toHaveText(["480"]);
    await expect(page.locator(".step-sought")).toHaveText("Marked: where “Amount” in the request comes from.");
    await page
      .getByRole("region", { name: "Trace" })
      .getByRole("button", { name: /wrote a message/u })
      .click();
    await expect(page.locator(".step-detail mark")).toHaveCount(0);
  });
  expect(await accessibilityFaults(page)).toEqual([]);
  await test.step("in a narrow window the way from the inbox leads into the trace", async () => {
    await page.setViewportSize({ width: 420, height: 900 });
    await page.goto("/#/approvals");
    await page.getByRole("button", { name: "Nora Lindqvist’s message: show where Order number stands" }).click();
    await expect(page.locator(".step-detail mark")).toHaveText(["A1007"]);
  });
});
