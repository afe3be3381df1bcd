import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chromium } from "@playwright/test";
import type { Browser, LaunchOptions, Page } from "@playwright/test";

/** A browser in a process group and profile of its own, so that it can be killed as a power cut would. */
export class OwnBrowser {
  static readonly #running = new Set<OwnBrowser>();
  readonly page: Page;
  readonly #browser: Browser;
  readonly #process: ChildProcess;

  private constructor(browser: Browser, page: Page, process: ChildProcess) {
    this.#browser = browser;
    this.page = page;
    this.#process = process;
  }

  static async open(profile: string, { executablePath, args = [] }: LaunchOptions): Promise<OwnBrowser> {
    const flags = ["--headless=new", `--user-data-dir=${profile}`, "--remote-debugging-port=0", "--no-first-run"];
    const child = spawn(executablePath ?? chromium.executablePath(), [...args, ...flags, "about:blank"], {
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const browser = await chromium.connectOverCDP(await endpointOf(child));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.newPage());
    if (page === undefined) throw new Error("The browser has no page.");
    // As in the other stories: a browser killed in its first seconds need not keep the whole app for a time without a network.
    await page.addInitScript(() => {
      // The sandbox's frame has no origin, and no such workers.
      if (self.origin !== "null")
        navigator.serviceWorker.register = () => Promise.reject(new Error("No worker in this story."));
    });
    const opened = new OwnBrowser(browser, page, child);
    OwnBrowser.#running.add(opened);
    return opened;
  }

  /** Ends what a story that failed has left running, which would slow down all that follow. */
  static async killAll(): Promise<void> {
    await Promise.all([...OwnBrowser.#running].map((browser) => browser.kill()));
  }

  /** Ends every process of it at once: nothing is written any more, nobody is told. */
  async kill(): Promise<void> {
    OwnBrowser.#running.delete(this);
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#process.once("exit", resolve));
    const { pid } = this.#process;
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
    await gone;
    await this.#browser.close().catch(() => undefined);
  }
}

function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("exit", () => reject(new Error(`The browser did not start: ${said}`)));
    child.stderr?.on("data", (chunk: unknown) => {
      said += String(chunk);
      const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}
