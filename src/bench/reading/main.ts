import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { build, preview } from "vite";
import { launchBrowser } from "../browser/index.ts";
import { countFrames } from "../canvas/drag.ts";
import { machine } from "../machine/index.ts";
import { longRun, runId, type StoredRows } from "./long-run.ts";

/** How the page of a long trace opens, scrolls and is searched, with the log in the browser's own database. Milliseconds. */
interface ReadingFigures {
  /** From asking the store to the first 200 steps read, checked and told. */
  readonly first200: number;
  /** From the change of the address to rows on the screen, what the page has to fetch included. */
  readonly rowsPainted: number;
  /** Until the whole log was read and checked. */
  readonly wholeRead: number;
  readonly scrollWhileReading: Pace;
  readonly scroll: Pace;
  readonly toTheEnd: number;
  readonly search: number;
  readonly found: string;
  readonly heapMegabytes: number;
}
interface Pace {
  readonly framesPerSecond: number;
  readonly slowFrame: number;
}

const steps = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 3);
const rows = await longRun(steps);
const folder = await mkdtemp(join(tmpdir(), "gatehouse-reading-"));
const browser = await launchBrowser(["--enable-precise-memory-info", "--js-flags=--expose-gc"]);
try {
  await build({ logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  const server = await preview({
    configFile: false,
    logLevel: "error",
    build: { outDir: folder },
    preview: { port: 0 },
  });
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(120_000);
  const url = server.resolvedUrls?.local[0] ?? "";
  await fill(page, url, rows);
  const figures: ReadingFigures[] = [];
  for (let round = 0; round < rounds; round += 1) figures.push(await measured(page, url));
  console.table(
    figures.map(({ scroll, scrollWhileReading, ...rest }) => ({
      ...rest,
      ...scroll,
      reading: scrollWhileReading.slowFrame,
    })),
  );
  console.log(JSON.stringify({ bench: "reading", machine: machine(), steps, rows: figures }));
  await server.close();
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}

/** Puts the rows into the database that the app has made. */
async function fill(page: Page, url: string, stored: StoredRows): Promise<void> {
  await page.goto(`${url}#/settings`);
  await page.getByRole("heading", { name: "Models" }).waitFor();
  for (const [table, all] of Object.entries(stored))
    for (let at = 0; at < all.length; at += 5_000)
      await page.evaluate(put, [table, all.slice(at, at + 5_000)] as const);
}

function put([table, all]: readonly [string, readonly object[]]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("gatehouse");
    opening.addEventListener("error", () => reject(new Error("The database did not open.")));
    opening.addEventListener("success", () => {
      const transaction = opening.result.transaction(table, "readwrite");
      for (const row of all) transaction.objectStore(table).put(row);
      transaction.addEventListener("complete", () => {
        opening.result.close();
        resolve();
      });
      transaction.addEventListener("abort", () => reject(new Error("The rows could not be written.")));
    });
  });
}

/** The page is loaded afresh, the list of traces first, as a person comes to one. */
async function measured(page: Page, url: string): Promise<ReadingFigures> {
  await page.goto("about:blank");
  await page.goto(`${url}#/traces`);
  await page.getByRole("heading", { name: "Traces" }).waitFor();
  await page.waitForTimeout(1_500);
  const since = await page.evaluate((to) => {
    const now = performance.now();
    location.hash = to;
    return now;
  }, `#/trace/${runId}`);
  const rowsPainted = (await page.evaluate(paintedRows)) - since;
  const scrollWhileReading = await scrolled(page, 2_000);
  const end = await page.evaluate(whenRead);
  const marks = await page.evaluate(() =>
    Object.fromEntries(performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime])),
  );
  const scroll = await scrolled(page, 3_000);
  const toTheEnd = await page.evaluate(jumpToTheEnd);
  await page.getByRole("button", { name: "Search and filter" }).click();
  const asked = performance.now();
  await page.getByRole("searchbox", { name: "Search the steps" }).fill("floor lamp");
  const status = page.locator(".timeline-note[role=status]").filter({ hasText: /^[\d,]+ steps? found$/u });
  await status.waitFor();
  const search = performance.now() - asked;
  const found = (await status.textContent()) ?? "";
  const heap = await page.evaluate(() => {
    Reflect.get(globalThis, "gc")?.();
    return Number(Reflect.get(Reflect.get(performance, "memory") ?? {}, "usedJSHeapSize"));
  });
  const at = (name: string) => marks[name] ?? Number.NaN;
  return {
    first200: Math.round(at("trace-first-page") - at("trace-asked")),
    rowsPainted: Math.round(rowsPainted),
    wholeRead: Math.round(end - since),
    scrollWhileReading,
    scroll,
    toTheEnd: Math.round(toTheEnd),
    search: Math.round(search),
    found,
    heapMegabytes: Math.round(heap / 1_000_000),
  };
}

function paintedRows(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelectorAll(".timeline .ev").length > 5)
        requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}

function whenRead(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const [mark] = performance.getEntriesByName("trace-read");
      if (mark === undefined) setTimeout(look, 100);
      else resolve(mark.startTime);
    };
    look();
  });
}

function jumpToTheEnd(): Promise<number> {
  return new Promise((resolve) => {
    const list = document.querySelector(".timeline-body");
    const before = performance.now();
    if (list !== null) list.scrollTop = list.scrollHeight;
    const look = () => {
      const rows = document.querySelectorAll(".timeline .virtual > li");
      const last = rows[rows.length - 1];
      if (last?.getAttribute("aria-posinset") === last?.getAttribute("aria-setsize"))
        resolve(performance.now() - before);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Scrolls the list with the wheel for so long, and counts the frames that were drawn meanwhile. */
async function scrolled(page: Page, duration: number): Promise<Pace> {
  await page.locator(".timeline-body").hover();
  const frames = page.evaluate(countFrames, duration);
  const start = performance.now();
  while (performance.now() - start < duration) await page.mouse.wheel(0, 240);
  const times = (await frames).toSorted((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    framesPerSecond: Math.round((times.length * 1000) / total),
    slowFrame: Math.round(times[Math.floor(times.length * 0.95)] ?? 0),
  };
}
