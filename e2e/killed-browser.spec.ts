import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { OwnBrowser } from "./pages/own-browser.ts";
import { accessibilityFaults, listenForFaults } from "./pages/test.ts";

const endless = "Split 480 EUR into 900000000 instalments.";

/** Kills of the second story; the whole measurement is 50. */
const kills = Number(process.env["GATEHOUSE_KILLS"] ?? 2);

test.afterEach(() => OwnBrowser.killAll());

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
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await second.kill();
});

test("killed at any moment, again and again, it keeps every step that was stored and pays nothing twice", async ({
  baseURL,
  launchOptions,
}) => {
  test.setTimeout(60_000 + kills * 60_000);
  const seen = { whole: 0, wentOn: 0, inDoubt: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const profile = await mkdtemp(join(tmpdir(), "gatehouse-profile-"));
    const first = await OwnBrowser.open(profile, launchOptions);
    const before = new FlowPage(first.page, baseURL ?? "");
    await before.useTemplate("Customer support with refunds");
    await before.say("Please refund 40 EUR for order A1001, one lace is missing.");
    // Until its first step is stored a message is only on the screen; steps from which nothing follows are stored in batches.
    await expect.poll(() => stepsStored(first.page), { intervals: [20] }).toBeGreaterThan(0);
    await first.page.waitForTimeout((kill * 137) % 1_500);
    const stored = await stepsStored(first.page);
    const address = first.page.url();
    await first.kill();

    const second = await OwnBrowser.open(profile, launchOptions);
    const after = new FlowPage(second.page, baseURL ?? "");
    await second.page.goto(address);
    await expect(after.log).toContainText("one lace is missing");
    expect(await stepsStored(second.page)).toBeGreaterThanOrEqual(stored);
    seen[await finish(after)] += 1;
    expect(await after.line("Refunded 40.00 EUR to").count()).toBeLessThanOrEqual(1);
    await second.page.getByRole("tab", { name: /Trace/u }).click();
    await second.page.getByRole("button", { name: "Verify", exact: true }).click();
    await expect(second.page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
    await second.kill();
  }
  test.info().annotations.push({ type: "kills", description: JSON.stringify(seen) });
  expect(seen.whole + seen.wentOn + seen.inDoubt).toBe(kills);
});

/** How long the log of the last run is in the database; 0 while there is none. */
function stepsStored(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === "gatehouse")) return 0;
    const opening = indexedDB.open("gatehouse");
    await new Promise((resolve) => opening.addEventListener("success", resolve, { once: true }));
    const reading = opening.result.transaction("heads").objectStore("heads").index("opened").openCursor(null, "prev");
    await new Promise((resolve) => reading.addEventListener("success", resolve, { once: true }));
    const size: unknown = reading.result?.value.size;
    opening.result.close();
    return typeof size === "number" ? size : 0;
  });
}

/** Goes on where the run broke off; a payment of which nobody knows whether it was made is left out by a person. */
async function finish(flow: FlowPage): Promise<"whole" | "wentOn" | "inDoubt"> {
  const { page } = flow;
  const goOn = page.getByRole("button", { name: "Go on" });
  const answer = flow.log.locator(".bub.it").last();
  await expect(goOn.or(flow.waitingCard).or(answer).first()).toBeVisible();
  const isBroken = await goOn.isVisible();
  if (isBroken) await goOn.click();
  await expect(flow.waitingCard.or(answer).first()).toBeVisible();
  if (await flow.waitingCard.isVisible()) {
    await flow.decide("Deny");
    await flow.isReady();
    return "inDoubt";
  }
  await flow.isReady();
  return isBroken ? "wentOn" : "whole";
}
