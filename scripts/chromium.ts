import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { chromium } from "playwright";

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of the Chromium that tests drive, or undefined when the machine has none. PW_CHROMIUM wins over every other. */
function findChromium(): string | undefined {
  const named = process.env["PW_CHROMIUM"];
  const candidates = [...(named ? [named] : []), chromium.executablePath(), ...systemBrowsers];
  return candidates.find(isExecutable);
}

/** Finds a Chromium or installs one: Playwright's own, else the distribution's when this runs as root. */
export function ensureChromium(): void {
  const ways = [
    "playwright install chromium",
    ...(isRoot() ? ["apt-get update && apt-get install -y --no-install-recommends chromium fonts-liberation"] : []),
  ];
  for (const way of ways) {
    if (findChromium()) return;
    console.log(`No Chromium found: ${way}`);
    spawnSync(way, { shell: true, stdio: "inherit" });
  }
  if (!findChromium()) console.error("No Chromium: install one and name it in PW_CHROMIUM. Browser tests will fail.");
}

/** Launch options for Playwright. The flags keep the browser from calling home, so a request seen in a test is ours. */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return { ...(executablePath ? { executablePath } : {}), args: chromiumFlags() };
}

function chromiumFlags(): string[] {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
  // Chromium refuses to start its own sandbox as root, which is what most containers run as.
  return isRoot() ? [...quiet, "--no-sandbox"] : quiet;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
