import type { Page } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

const words = "What is the state of order A1007?";

async function chatAndOpenTrace(page: Page): Promise<void> {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say(words);
  await flow.hears("floor lamp");
  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: words }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
}

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

test("what is to be erased is found, and once erased the run ends, stays sealed and can be shown", async ({ page }) => {
  await chatAndOpenTrace(page);
  await test.step("only the values with the words that were given would go, and what nobody wrote goes nowhere", async () => {
    await choose(page, "Erase…");
    const dialog = page.getByRole("dialog", { name: "Erase what was recorded" });
    await dialog.getByText("Words", { exact: true }).click();
    const field = dialog.getByLabel("Every value with these words");
    await field.fill("ab");
    await expect(dialog.getByText("At least three letters or figures.")).toBeVisible();
    await field.fill("no such words");
    await expect(dialog.getByText("Nothing that is still shown holds this.")).toBeVisible();
    await expect(dialog.getByRole("button", { name: /^Erase/u })).toBeDisabled();
    await field.fill("STATE of order");
    await expect(dialog.getByRole("list")).toContainText(words);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText(words).first()).toBeVisible();
  });
  await test.step("what a person wrote is erased", async () => {
    await choose(page, "Erase…");
    const dialog = page.getByRole("dialog", { name: "Erase what was recorded" });
    await dialog.getByText("A person", { exact: true }).click();
    await expect(dialog.getByLabel("Whose words and decisions")).toHaveValue("nora");
    await expect(dialog.getByText("The chat is still open.")).toBeVisible();
    await expect(dialog.getByRole("list")).toContainText(words);
    await dialog.getByRole("button", { name: /^Erase \d+ values$/u }).click();
    await expect(page.getByText(/^\d+ values are gone\.$/u)).toBeVisible();
    await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
    await expect(page.getByText("what it was is erased or withheld").first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
    await expect(page.getByText("Nora Lindqvist")).toHaveCount(0);
    await expect(page.getByText(/\d+ values were erased since, which the ledger records\./u)).toBeVisible();
  });
});
