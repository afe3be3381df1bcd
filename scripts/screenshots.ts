import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import type { Browser, Page } from "playwright";
import { build, preview } from "vite";
import { chromiumLaunch, ensureChromium } from "./chromium.ts";

/** Takes a picture of every page of the real app into ./screenshots, and renews the one that the README shows. */

const project = join(import.meta.dirname, "..");
const folder = join(project, "screenshots");
// Not dist/: a server may be showing that to somebody.
const outDir = join(project, ".cache/screenshots");
const support = "Customer support with refunds";
const desk = { width: 1440, height: 900 };
const narrower = [
  { width: 1280, height: 720 },
  { width: 700, height: 900 },
];

type Scheme = "light" | "dark";

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await build({ root: project, logLevel: "warn", build: { outDir, emptyOutDir: true } });
const server = await preview({
  root: project,
  build: { outDir },
  preview: { port: Number(process.env["PORT"] ?? 4174) },
});
ensureChromium();
const browser = await chromium.launch(chromiumLaunch());
for (const scheme of ["light", "dark"] as const)
  await takeAll(browser, scheme, server.resolvedUrls?.local[0] ?? "http://127.0.0.1:4174/");
await browser.close();
await server.close();
copyFileSync(join(folder, "editor-light-1440x900.png"), join(project, "README.png"));

async function takeAll(from: Browser, scheme: Scheme, base: string): Promise<void> {
  const context = await from.newContext({ viewport: desk, colorScheme: scheme, baseURL: base });
  const page = await context.newPage();
  await askForRefund(page, base);
  await take(page, "editor", scheme, narrower);
  await page.goto("/#/approvals");
  await page.getByRole("article").waitFor();
  await take(page, "approvals", scheme);
  await openTrace(page);
  await take(page, "trace", scheme);
  await page.goto("/#/settings");
  await page.getByRole("heading", { name: "Models" }).waitFor();
  await take(page, "settings", scheme);
  await openTemplate(page, base, "Answers from HR policies");
  await page.goto("/#/library");
  await page.getByRole("row").first().waitFor();
  await take(page, "library", scheme, narrower);
  await leaveUnguarded(page, base);
  await take(page, "findings", scheme);
  await context.close();
}

/** The support template in the middle of its story: the note of the order is stopped, the refund waits for a lead. */
async function askForRefund(page: Page, base: string): Promise<void> {
  await openTemplate(page, base, support);
  const composer = page.getByRole("textbox", { name: /^Write as/u });
  await composer.fill("The lamp in order A1007 arrived broken. Can I get my money back?");
  await composer.press("Enter");
  await page.getByRole("article").filter({ hasText: "Waiting for a person" }).waitFor();
}

async function openTrace(page: Page): Promise<void> {
  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: "lamp" }).getByRole("link").click();
  await page.getByRole("button", { name: /^Verify/u }).click();
  await page.getByRole("heading", { name: /Verified just now/u }).waitFor();
}

async function openTemplate(page: Page, base: string, title: string): Promise<void> {
  await page.goto(base);
  await page.getByRole("button", { name: `Use ${title}` }).click();
  await page.waitForFunction(() => performance.getEntriesByName("canvas-usable").length === 1);
}

/** A fresh copy of the template whose agent has lost its firewall, with the repair beside it. */
async function leaveUnguarded(page: Page, base: string): Promise<void> {
  await openTemplate(page, base, support);
  await page.locator('.react-flow__node[data-id="firewall"]').click();
  await page.keyboard.press("Delete");
  await page.locator(".top .pill").click();
  await page.getByRole("button", { name: "Support agent has no firewall" }).click();
  await page.locator(".callout").waitFor();
}

async function take(page: Page, name: string, scheme: Scheme, more: readonly (typeof desk)[] = []): Promise<void> {
  for (const size of [desk, ...more]) {
    await page.setViewportSize(size);
    // The canvas fits itself to its room when it opens, as for somebody who has such a window.
    if (size !== desk) await page.reload({ waitUntil: "networkidle" });
    // What fades in comes to rest.
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(folder, `${name}-${scheme}-${size.width}x${size.height}.png`) });
  }
  await page.setViewportSize(desk);
}
