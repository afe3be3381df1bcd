import type { Browser, Page } from "playwright";
import { z } from "zod";
import { launchBrowser } from "../browser/index.ts";
import { attackRow, type Attack, type AttackRow } from "./attack.ts";
import { hostileFrame } from "./hostile.ts";
import { servePage, type PageServer } from "./page-server.ts";
import { pace as paceSchema, type Pace } from "./pace.ts";
import { soakFigures } from "./soak.ts";
import { tabMemory } from "./tab-memory.ts";

/** A page that does not answer by then hangs, which is a crash of what the sandbox has to protect. */
const hangMs = 60_000;

/** Removed frames give their memory back a while after they are gone. */
const settleMs = 3_000;

const harmless: Attack = { id: "harmless", class: "none", code: "return 1", expect: "value:1" };

export interface BrowserAttack {
  readonly rows: AttackRow[];
  readonly pace: Pace;
  readonly browser: string;
  /** MiB that the tab holds after all attacks beyond what it held before the first, with the runtimes loaded. */
  readonly memoryLeftMb: number | undefined;
}

const pageSoak = soakFigures.extend({ framesLeft: z.number() });
export type BrowserSoak = z.infer<typeof pageSoak> & { readonly memoryLeftMb: number | undefined };

/** Attacks the browser's two walls in a real Chromium, with the secret in the page and in every worker whose wall 1 stands. */
export async function attackBrowser(attacks: readonly Attack[], canary: string, turns: number): Promise<BrowserAttack> {
  return withPage(async (server, browser) => {
    let page = await openPage(browser, server.address);
    const pace = paceSchema.parse(await page.evaluate(`playPace(${turns})`));
    // What the runners hold once they have run is theirs; what attacks add to it is looked for.
    await play(page, server, harmless, canary);
    const before = await settledMemory(browser, page);
    const rows: AttackRow[] = [];
    for (const attack of attacks.filter(({ host = "browser" }) => host === "browser")) {
      // A page lets its frames show one address only, and a hostile frame has an address of its own.
      if (attack.place === "frame") page = await reopen(page, browser, server.address);
      const row = await playAndLook(page, browser, server, attack, canary);
      rows.push(row);
      if (attack.place === "frame" || row.verdict === "crashed" || row.verdict === "escaped")
        page = await reopen(page, browser, server.address);
    }
    const after = await settledMemory(browser, page);
    const memoryLeftMb = before === undefined || after === undefined ? undefined : after - before;
    return { rows, pace, browser: `Chromium ${browser.version()}`, memoryLeftMb };
  });
}

/**
 * The same attacks where nothing holds a frame: no policy of its own or of its page, and the page's own origin. What must get through
 * here shows that an attack which does not get through elsewhere was held.
 */
export async function attackUnheldFrames(attacks: readonly Attack[], canary: string): Promise<AttackRow[]> {
  return withPage(async (server, browser) => {
    const rows: AttackRow[] = [];
    for (const attack of attacks) {
      const page = await openPage(browser, server.address, true);
      rows.push(await playAndLook(page, browser, server, attack, canary));
      await page.close();
    }
    return rows;
  });
}

/** Many ordinary runs in one page, and what they leave behind. */
export async function soakBrowser(runs: number): Promise<BrowserSoak> {
  return withPage(async (server, browser) => {
    const page = await openPage(browser, server.address);
    await page.evaluate("playSoak(20)");
    const before = await settledMemory(browser, page);
    const figures = pageSoak.parse(await page.evaluate(`playSoak(${runs})`));
    const after = await settledMemory(browser, page);
    return { ...figures, memoryLeftMb: before === undefined || after === undefined ? undefined : after - before };
  });
}

async function withPage<T>(work: (server: PageServer, browser: Browser) => Promise<T>): Promise<T> {
  const server = await servePage();
  const browser = await launchBrowser();
  try {
    return await work(server, browser);
  } finally {
    await browser.close();
    server.close();
  }
}

async function playAndLook(
  page: Page,
  browser: Browser,
  server: PageServer,
  attack: Attack,
  canary: string,
): Promise<AttackRow> {
  const strays = server.strays.length;
  const row = await play(page, server, attack, canary);
  const escape = await escapeOf(page, browser, server, strays);
  return escape === undefined ? row : { ...row, verdict: "escaped", match: false, note: escape };
}

/** What an attack did beyond its run: it reached the network, led the page away, or opened another. */
async function escapeOf(page: Page, browser: Browser, server: PageServer, strays: number): Promise<string | undefined> {
  if (server.strays.length > strays) return `the network was reached: ${server.strays.at(-1)}`;
  if (page.url() !== server.address) return "the page was led away";
  const pages = browser.contexts().flatMap((context) => context.pages());
  if (pages.length > 1) {
    await Promise.all(pages.filter((each) => each !== page).map((each) => each.close()));
    return "another page was opened";
  }
  return undefined;
}

async function play(page: Page, server: PageServer, attack: Attack, canary: string): Promise<AttackRow> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hang = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The page hangs.")), hangMs);
  });
  const frameUrl = attack.place === "frame" ? server.frame((usual) => hostileFrame(attack, usual)) : null;
  try {
    const given = [attack, canary, frameUrl].map((each) => JSON.stringify(each)).join(", ");
    return attackRow.parse(await Promise.race([page.evaluate(`playAttack(${given})`), hang]));
  } catch (fault) {
    const { id, expect } = attack;
    const note = String(fault).slice(0, 200);
    return { id, class: attack.class, expect, verdict: "crashed", match: false, ms: 0, note };
  } finally {
    clearTimeout(timer);
  }
}

async function settledMemory(browser: Browser, page: Page): Promise<number | undefined> {
  await page.waitForTimeout(settleMs);
  return tabMemory(browser, page);
}

/** Runs before the page's own script: its frames are then pages like any other. */
const letFramesGo = `HTMLIFrameElement.prototype.setAttribute = function (name, value) {
  if (name !== "sandbox") Element.prototype.setAttribute.call(this, name, value);
};`;

async function openPage(browser: Browser, address: string, isUnheld = false): Promise<Page> {
  const page = await browser.newPage({ bypassCSP: isUnheld });
  if (isUnheld) await page.addInitScript(letFramesGo);
  await page.goto(address);
  await page.waitForFunction("typeof playAttack === 'function'");
  return page;
}

async function reopen(page: Page, browser: Browser, address: string): Promise<Page> {
  await page.close();
  return openPage(browser, address);
}
