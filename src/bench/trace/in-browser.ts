import { join } from "node:path";
import { z } from "zod";
import { buildPage, launchBrowser, serveFiles } from "../browser/index.ts";
import { machine, type Machine } from "../machine/index.ts";
import { ratioRow, type RatioRow } from "./in-turns.ts";

const longRun = z.strictObject({
  figures: z.strictObject({ first200Ms: z.number(), wholeReadMs: z.number() }),
  rows: z.array(ratioRow),
});

export interface BrowserTraceBench {
  readonly bench: "trace";
  readonly machine: Machine;
  readonly figures: { readonly browser: string } & z.infer<typeof longRun>["figures"];
  readonly rows: readonly RatioRow[];
}

/** The same ratios in a page in Chromium, with the app's own store in the browser's own database. */
export async function runTraceBenchInBrowser(): Promise<BrowserTraceBench> {
  const server = await serveFiles(await buildPage(join(import.meta.dirname, "page")));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction("typeof measureReading === 'function'");
    const rows = [
      ...z.array(ratioRow).parse(await page.evaluate("measureReading()")),
      ...z.array(ratioRow).parse(await page.evaluate("measureAppending()")),
    ];
    const long = longRun.parse(await page.evaluate("measureLongRun()"));
    const figures = { browser: `Chromium ${browser.version()}`, ...long.figures };
    return { bench: "trace", machine: machine(), figures, rows: [...rows, ...long.rows] };
  } finally {
    await browser.close();
    server.close();
  }
}
