import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";

const sheets = ["anatomy", "editor", "unguarded", "library", "approvals", "trace", "settings", "form"] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const sheet of sheets) {
      test(`the ${sheet} sheet meets WCAG 2.2 AA`, async ({ page }) => {
        await page.goto(`/#/kit/${sheet}`);
        await expect(page.locator("h1, h2").first()).toBeVisible();
        expect(await faults(page)).toEqual([]);
      });
    }
  });
}

test("the check bites: a picture without a name and faint words are found", async ({ page }) => {
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
  const found = await faults(page);
  expect(found.some((fault) => fault.startsWith("image-alt"))).toBe(true);
  expect(found.some((fault) => fault.startsWith("color-contrast"))).toBe(true);
});
