import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readBundle } from "#pillars/trace";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

async function saved(page: Page, press: Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a copy is handed on without names and words, and a list says what it shows", async ({ page }) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("What is the state of order A1007?");
  await flow.hears("floor lamp");
  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: "A1007" }).first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Hand on a copy…" }).click();
  const dialog = page.getByRole("dialog", { name: "Hand on a copy" });
  const counts = dialog.getByRole("table", { name: "What the copy shows" });
  const said = counts.getByRole("row", { name: /^What was said/u });
  await expect(said).toHaveText(/^What was said[1-9]\d*00$/u);
  await dialog.getByLabel(/^What was said/u).check();
  await dialog.getByLabel(/^Who did it/u).check();
  await expect(said).toHaveText(/^What was said0[1-9]\d*0$/u);
  await expect(dialog.getByRole("table", { name: "By person" }).getByRole("row", { name: /^nora/u })).toBeVisible();
  const table = await saved(page, dialog.getByRole("button", { name: "Save this list as a table" }).click());
  expect(table.name).toMatch(/\.disclosures\.csv$/u);
  expect(table.bytes.toString("utf8")).toContain('"withheld","words","message","content","nora"');
  const list = await saved(page, dialog.getByRole("button", { name: "Save this list as JSON" }).click());
  const { totals } = JSON.parse(list.bytes.toString("utf8"));
  const copy = await saved(page, dialog.getByRole("button", { name: "Save the copy" }).click());
  const { manifest, disclosures, events } = readBundle(new Uint8Array(copy.bytes));
  expect(manifest.withheld).toHaveLength(totals.withheld);
  expect(disclosures).toHaveLength(totals.shown);
  expect(JSON.stringify(events.map(({ values }) => values))).not.toContain("What is the state");
});
