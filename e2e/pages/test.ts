import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds on the page, each as one line. A notice that is just coming or going has no colours of its own, so what is
 * found is looked for once more after it has had its time: only what stays is a fault.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const found = await faultsNow(page);
  if (found.length === 0) return found;
  await page.waitForTimeout(1_500);
  return faultsNow(page);
}

async function faultsNow(page: Page): Promise<string[]> {
  await settled(page);
  // Our pages hold no frame with anything to read, so nothing is put together in a page of its own, and only what is wrong
  // is carried over: a check then costs a third.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(rules)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** What fades in has no colour of its own yet. What loops for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What was added in this frame begins to move in the next.
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
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
