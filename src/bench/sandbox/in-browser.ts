import { existsSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright";
import { attackRow, type Attack, type AttackRow } from "./attack.ts";
import { servePage } from "./page-server.ts";
import { pace as paceSchema, type Pace } from "./pace.ts";

/** A page that does not answer by then hangs, which is a crash of what the sandbox has to protect. */
const hangMs = 60_000;

export interface BrowserAttack {
  readonly rows: AttackRow[];
  readonly pace: Pace;
  readonly browser: string;
  /** Requests that reached the server from nowhere; each is an escape of its own. */
  readonly strays: number;
}

/** Attacks the browser's two walls in a real Chromium, with the secret in the page and in every worker. */
export async function attackBrowser(attacks: readonly Attack[], canary: string): Promise<BrowserAttack> {
  const server = await servePage();
  const browser = await launch();
  try {
    let page = await openPage(browser, server.address);
    const pace = paceSchema.parse(await page.evaluate("playPace()"));
    const rows: AttackRow[] = [];
    for (const attack of attacks) {
      const before = server.strays.length;
      const row = await play(page, attack, canary);
      rows.push(
        server.strays.length > before
          ? { ...row, verdict: "escaped", match: false, note: "the network was reached" }
          : row,
      );
      if (row.verdict === "crashed") page = await reopen(page, browser, server.address);
    }
    return { rows, pace, browser: `Chromium ${browser.version()}`, strays: server.strays.length };
  } finally {
    await browser.close();
    server.close();
  }
}

async function play(page: Page, attack: Attack, canary: string): Promise<AttackRow> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The page hangs.")), hangMs);
  });
  try {
    const call = `playAttack(${JSON.stringify(attack)}, ${JSON.stringify(canary)})`;
    return attackRow.parse(await Promise.race([page.evaluate(call), hang]));
  } catch (fault) {
    const { id, expect } = attack;
    return {
      id,
      class: attack.class,
      expect,
      verdict: "crashed",
      match: false,
      ms: 0,
      note: String(fault).slice(0, 200),
    };
  } finally {
    clearTimeout(timer);
  }
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction("typeof playAttack === 'function'");
  return page;
}

async function reopen(page: Page, browser: Browser, address: string): Promise<Page> {
  await page.close();
  return openPage(browser, address);
}

function launch(): Promise<Browser> {
  const system = [process.env["PW_CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const executablePath = system.find((path) => path !== undefined && existsSync(path));
  // Chromium refuses to start its own sandbox as root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
}
