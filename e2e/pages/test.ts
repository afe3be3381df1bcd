import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on the page as it is now, each as one line. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** Notes what a page must never do: errors on the console (refused by the content policy included), broken scripts. */
export function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (problem) => faults.push(String(problem)));
  return faults;
}

/** Every test fails on console errors, violations of the content policy, broken scripts, and on what axe finds at its end. */
export const test = base.extend<{ faultless: void }>({
  faultless: [
    async ({ page }, use) => {
      const faults = listenForFaults(page);
      await use();
      expect(faults).toEqual([]);
      if (!page.isClosed() && page.url() !== "about:blank") expect(await accessibilityFaults(page)).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
