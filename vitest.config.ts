import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumLaunch } from "./scripts/chromium.ts";
import { sandboxEngine } from "./scripts/sandbox-engine-plugin.ts";
import { sandboxGuest } from "./scripts/sandbox-guest-plugin.ts";
import manifest from "./package.json" with { type: "json" };

const browserTests = ["src/**/*.browser.test.{ts,tsx}", "nodes/**/*.browser.test.{ts,tsx}"];

const browserDependencies = [
  "@cedar-policy/cedar-wasm/web",
  "@huggingface/tokenizers",
  manifest.imports["#quickjs"],
  "@noble/curves/ed25519.js",
  "@noble/hashes/sha2.js",
  "@tanstack/react-virtual",
  "dexie",
  "fflate",
  "hash-wasm",
  "liquidjs",
  "lucide-react",
  "minisearch",
  "onnxruntime-web/wasm",
  "quickjs-emscripten-core",
  "react",
  "react-dom",
  "react-dom/client",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "wouter",
  "zod",
  "zustand/vanilla",
];

export default defineConfig({
  cacheDir: ".cache/vite-test",
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    // For the tests that start processes and browsers on a machine that is shared; see playwright.config.ts.
    retry: process.env["CI"] ? 1 : 0,
    hookTimeout: 60_000,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          // Loading the same modules anew for every file took half of the time. What a module keeps between two files is what
          // it keeps between two runs of the app, so a test that minds has found a fault.
          isolate: false,
          include: ["src/**/*.test.{ts,tsx}", "nodes/**/*.test.{ts,tsx}"],
          exclude: [...browserTests, "**/node_modules/**"],
        },
      },
      {
        extends: true,
        plugins: [react(), sandboxEngine(), sandboxGuest()],
        // Found while a test runs, they would be loaded twice, and the page reloaded in its middle.
        optimizeDeps: { include: browserDependencies },
        test: {
          name: "browser",
          include: browserTests,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch() }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
