import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright";

/** The Chromium of the system, or the one that Playwright has. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  const system = [process.env["PW_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const executablePath = system.find((path) => path !== undefined && existsSync(path));
  // Chromium refuses to start its own sandbox as root.
  const args = [...flags, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  return chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
}
