import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

async function chatAbout(page: Page, order: string): Promise<void> {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say(`What is the state of order ${order}?`);
  await flow.hears("floor lamp");
}

async function openReceipts(page: Page) {
  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: "A1007" }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Receipt…" }).click();
  return page.getByRole("dialog", { name: "Receipt" });
}

async function saved(page: Page, press: Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a receipt is kept as text, file and code, and later compared with the record", async ({ page }) => {
  await chatAbout(page, "A1007");
  let dialog = await openReceipts(page);
  await expect(dialog.getByRole("img", { name: /QR code/u })).toBeVisible();
  const receipt = await test.step("it is a few lines, of all chats or of this one", async () => {
    const { name, bytes } = await saved(page, dialog.getByRole("button", { name: "Save as a file" }).click());
    expect(name).toMatch(/^gatehouse-[0-9a-f]+\.receipt\.txt$/u);
    const text = bytes.toString("utf8");
    await expect(dialog.getByLabel("The receipt as text")).toHaveText(text.trimEnd());
    await dialog.getByText("This chat", { exact: true }).click();
    await expect(dialog.getByLabel("The receipt as text")).toContainText(/^gatehouse-[0-9a-f]+\/run\/r[0-9a-f]+\n/u);
    const ofRun = await saved(page, dialog.getByRole("button", { name: "Save as a file" }).click());
    expect(ofRun.name).toMatch(/-r[0-9a-f]+\.receipt\.txt$/u);
    return text;
  });
  await chatAbout(page, "A1007");
  dialog = await openReceipts(page);
  await dialog.getByText("Compare one", { exact: true }).click();
  await test.step("one that was changed on its way is none", async () => {
    await dialog.getByLabel("The receipt that was kept").fill(receipt.replace(/\n\d+\n/u, "\n9\n"));
    await dialog.getByRole("button", { name: "Compare", exact: true }).click();
    await expect(dialog.getByText("This is no whole receipt")).toBeVisible();
  });
  await test.step("an older one fits, and evidence can bring the proof along", async () => {
    const buffer = Buffer.from(receipt.replaceAll("\n", "\r\n"));
    await dialog.getByLabel("Open a file…").setInputFiles({ name: "kept.receipt.txt", mimeType: "text/plain", buffer });
    await expect(dialog.getByText(/^It fits\. The first \d+ of now \d+ entries/u)).toBeVisible();
    const { name, bytes } = await saved(
      page,
      dialog.getByRole("button", { name: "Save evidence that proves it" }).click(),
    );
    expect(name).toMatch(/\.gatehouse\.zip$/u);
    expect(bytes.includes(Buffer.from("ledger/consistency-"))).toBe(true);
  });
});
