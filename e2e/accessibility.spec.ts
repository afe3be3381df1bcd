import { test as bare } from "@playwright/test";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const sheets = ["anatomy", "editor", "unguarded", "library", "approvals", "trace", "settings", "form"] as const;

for (const colorScheme of ["light", "dark"] as const)
  test(`every sheet meets WCAG 2.2 AA in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const sheet of sheets)
      await test.step(sheet, async () => {
        await page.evaluate(() => document.querySelector("h1, h2")?.setAttribute("data-left", ""));
        await page.goto(`/#/kit/${sheet}`);
        await expect(page.locator("[data-left]")).toHaveCount(0);
        await expect(page.locator("h1, h2").first()).toBeVisible();
        expect(await accessibilityFaults(page)).toEqual([]);
      });
  });

bare("the check bites: a picture without a name and faint words are found", async ({ page }) => {
  await page.goto("/#/kit/settings");
  await expect(page.locator("h1").first()).toBeVisible();
  await page.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "/icon.svg";
    picture.width = 32;
    const words = document.createElement("p");
    words.textContent = "Hard to read";
    words.style.color = "#bbb";
    document.querySelector("main")?.prepend(words, picture);
  });
  const found = await accessibilityFaults(page);
  expect(found.some((fault) => fault.startsWith("image-alt"))).toBe(true);
  expect(found.some((fault) => fault.startsWith("color-contrast"))).toBe(true);
});
