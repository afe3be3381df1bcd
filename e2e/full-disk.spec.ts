import type { Page } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

/** As the browser does it when the device has no room left, until `room` is called. */
async function fillDisk(page: Page): Promise<{ room: () => Promise<void> }> {
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "add") ?? {};
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("No room.", "QuotaExceededError");
    };
    addEventListener("room", () => Object.defineProperty(IDBObjectStore.prototype, "add", own), { once: true });
  });
  return { room: () => page.evaluate(() => void dispatchEvent(new Event("room"))) };
}

test("a chat that cannot be written down stops and says so, and goes on once there is room", async ({ page }) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("What is the state of order A1007?");
  await flow.hears("floor lamp");
  const disk = await fillDisk(page);
  await flow.composer.fill("And where is my order A1001?");
  await flow.composer.press("Enter");
  await expect(page.getByText("This could not be written down, so it stopped.")).toBeVisible();
  await expect(flow.log).not.toContainText("trail shoes");
  await test.step("the message is still there to be sent", async () => {
    await expect(flow.composer).toHaveValue("And where is my order A1001?");
    await disk.room();
    await flow.isReady();
    await flow.composer.press("Enter");
  });
  await flow.hears("trail shoes");
  await expect(page.getByText("This could not be written down, so it stopped.")).toHaveCount(0);
  await page.goto("/#/traces");
  // It is one chat, and its record holds.
  await expect(page.getByRole("row").getByRole("link")).toHaveCount(1);
  await page.getByRole("row").getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
  await expect(page.getByText("Turn 2")).toBeVisible();
});
