import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "./scripts/chromium.ts";

const port = Number(process.env["PORT"] ?? 4173);
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // Two cores that others share now and then make a browser wait longer than any patience set here; a test that needs
  // another try is named at the end. A fault of the product fails every try.
  retries: process.env["CI"] ? 2 : 0,
  workers: 2,
  // Each test has a browser context of its own, so both workers are busy to the end.
  fullyParallel: true,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"], ["json", { outputFile: ".cache/reports/e2e.json" }]],
  use: {
    baseURL,
    launchOptions: chromiumLaunch(),
    trace: "on-first-retry",
    // The story without a network has it; the others need not keep the whole app in each of their contexts.
    serviceWorkers: "block",
    viewport: { width: 1440, height: 900 },
    // What glides costs a tenth of the time. The stories with a pointer and with the keyboard have it glide all the same.
    contextOptions: { reducedMotion: "reduce" },
  },
  webServer: { command: "npm start", url: baseURL, reuseExistingServer: !process.env["CI"], timeout: 300_000 },
});
