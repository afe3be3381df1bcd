import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { OwnBrowser } from "./pages/own-browser.ts";
import { accessibilityFaults, listenForFaults } from "./pages/test.ts";

const endless = "Split 480 EUR into 900000000 instalments.";

test("a browser that is killed in mid-run loses nothing: the run goes on where it stood", async ({
  baseURL,
  launchOptions,
}) => {
  const profile = await mkdtemp(join(tmpdir(), "gatehouse-profile-"));
  const first = await OwnBrowser.open(profile, launchOptions);
  const before = new FlowPage(first.page, baseURL ?? "");
  await before.useTemplate("Customer support with refunds");
  await before.say(endless);
  await expect(first.page.getByRole("button", { name: "Stop the answer" })).toBeVisible();
  // The code runs: what it was given is in the log, and its end is not.
  await expect(first.page.locator("#tab-trace")).toContainText(/1\d$/u);
  const address = first.page.url();
  await first.kill();

  const second = await OwnBrowser.open(profile, launchOptions);
  const { page } = second;
  const faults = listenForFaults(page);
  const after = new FlowPage(page, baseURL ?? "");
  await page.goto(address);
  await expect(after.log).toContainText(endless);
  await expect(page.getByText("The browser stopped in the middle of this answer. Nothing is lost.")).toBeVisible();
  await page.getByRole("button", { name: "Go on" }).click();
  await after.hears("A colleague takes over.");
  await expect(after.line("The browser was closed in between")).toBeVisible();
  await expect(after.log.getByText(endless)).toHaveCount(1);
  await page.getByRole("tab", { name: /Trace/u }).click();
  await page.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Sealed\./u })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await second.kill();
});
