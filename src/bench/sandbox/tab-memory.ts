import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import { z } from "zod";

const processes = z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })) });
const mebibyte = 2 ** 20;

/**
 * MiB that the pages of a browser hold, after a garbage collection: the proportional share of all its renderer processes,
 * because a frame of another origin has one of its own. Undefined where the system has no /proc to read it from.
 */
export async function tabMemory(browser: Browser, page: Page): Promise<number | undefined> {
  const collector = await page.context().newCDPSession(page);
  await collector.send("HeapProfiler.collectGarbage");
  await collector.detach();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = processes.parse(await session.send("SystemInfo.getProcessInfo"));
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const held = await Promise.all(renderers.map(({ id }) => shareOf(id)));
  const known = held.filter((bytes) => bytes !== undefined);
  return known.length < held.length ? undefined : Math.round(known.reduce((sum, bytes) => sum + bytes, 0) / mebibyte);
}

/** Bytes that a process holds, what it shares divided by who shares it. Undefined where the system does not tell. */
export async function shareOf(process: number): Promise<number | undefined> {
  try {
    const text = await readFile(`/proc/${process}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1]) * 1_024;
  } catch {
    return undefined;
  }
}
