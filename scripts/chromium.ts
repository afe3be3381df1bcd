import { accessSync, constants } from "node:fs";
import { chromium } from "playwright";

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of the Chromium that tests drive, or undefined when the machine has none. PW_CHROMIUM wins over every other. */
export function findChromium(): string | undefined {
  const named = process.env["PW_CHROMIUM"];
  const candidates = [...(named ? [named] : []), chromium.executablePath(), ...systemBrowsers];
  return candidates.find(isExecutable);
}

/** Launch options for Playwright. The flags keep the browser from calling home, so a request seen in a test is ours. */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return { ...(executablePath ? { executablePath } : {}), args: chromiumFlags() };
}

function chromiumFlags(): string[] {
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
  // Chromium refuses to start its own sandbox as root, which is what most containers run as.
  return process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
