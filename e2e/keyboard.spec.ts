import type { Page } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

/** Goes on with Tab until this has the focus, as somebody does who has no pointer. */
async function tabTo(page: Page, name: string, most = 30): Promise<void> {
  const target = page.getByRole("button", { name, exact: true }).or(page.getByRole("link", { name })).first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`“${name}” is not reached with ${most} presses of Tab.`);
}

test("a chat with its decisions, and the steps of its trace, without a pointer", async ({ page }) => {
  const flow = new FlowPage(page);
  await test.step("the focus is never lost", async () => {
    await page.goto("/");
    await tabTo(page, "Use Customer support with refunds");
    await page.keyboard.press("Enter");
    await expect(flow.composer).toBeEditable();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: /^Skip to the chat/u })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(flow.composer).toBeFocused();

    await page.keyboard.type("The lamp in order A1007 arrived broken. Can I get my money back?");
    await page.keyboard.press("Enter");
    await expect(flow.waitingCard).toBeVisible();
    await expect(flow.composer).toBeFocused();
    await tabTo(page, "Approve", 8);
    await page.keyboard.press("Enter");
    await expect(flow.line("Refunded 480.00 EUR to Visa ending 4417")).toHaveCount(1);
    await expect(flow.composer).toBeFocused();
    await flow.isReady();

    await page.keyboard.type("Please refund 120 EUR for order A1002.");
    await page.keyboard.press("Enter");
    await expect(flow.waitingCard).toContainText("120.00 EUR");
    await tabTo(page, "Deny", 8);
    await page.keyboard.press("d");
    await expect(flow.line("Mara Okafor denied a refund of 120.00 EUR")).toBeVisible();
    await expect(flow.composer).toBeFocused();

    await page.keyboard.press("F6");
    await page.keyboard.press("F6");
    await expect(page.getByRole("searchbox", { name: "Search nodes" })).toBeFocused();
    await page.keyboard.press("Shift+F6");
    await page.keyboard.press("Shift+F6");
    await expect(flow.composer).toBeFocused();
  });
  expect(await accessibilityFaults(page)).toEqual([]);
  await test.step("from step to step of a trace and out of it again", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Search flows, pages and actions" })).toBeFocused();
    await page.keyboard.type("Traces");
    await page.keyboard.press("Enter");
    await tabTo(page, "Customer support with refunds");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: /^Stopped: the note of order A1007/u })).toBeVisible();
    for (const step of ["Nora Lindqvist wrote a message", "Looked up order A1007"]) {
      await page.getByRole("button", { name: step }).first().focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { name: step })).toBeVisible();
    }
    await page.goto("/#/settings");
    await expect(page.getByRole("heading", { name: "Models" })).toBeVisible();
  });
});
