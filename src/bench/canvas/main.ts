import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright";
import { build, preview } from "vite";
import { launchBrowser } from "../browser/index.ts";
import { dragPace, type DragPace } from "./drag.ts";
import { largeFlow } from "./large-flow.ts";

interface CanvasFigures extends DragPace {
  readonly canvas: string;
  /** Milliseconds from the navigation to the painted nodes. */
  readonly visible: number;
}

const steps = 500;
const flow = largeFlow(steps);
const rounds = 3;

const folder = await mkdtemp(join(tmpdir(), "gatehouse-canvas-"));
const browser = await launchBrowser();
try {
  const [app, bare] = [join(folder, "app"), join(folder, "bare")];
  await build({ logLevel: "error", build: { outDir: app, emptyOutDir: true } });
  const page = join(import.meta.dirname, "page");
  await build({
    configFile: false,
    root: page,
    base: "./",
    logLevel: "error",
    build: { outDir: bare, emptyOutDir: true },
  });
  const rows: CanvasFigures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    rows.push(await measured("Gatehouse", await served(app), openFlow, ".react-flow__node .node"));
    rows.push(await measured("bare React Flow", await served(bare), openBare, ".react-flow__node"));
  }
  console.table(rows);
  console.log(JSON.stringify({ bench: "canvas", steps, wires: flow.edges.length, rows }));
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}

async function served(outDir: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = await preview({
    configFile: false,
    logLevel: "error",
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error("The page is not served.");
  return { url, close: () => server.close() };
}

type Open = (page: Page, url: string) => Promise<void>;

async function measured(
  canvas: string,
  server: Awaited<ReturnType<typeof served>>,
  open: Open,
  node: string,
): Promise<CanvasFigures> {
  const page = await newPage(browser);
  try {
    await open(page, server.url);
    await page.waitForFunction(() => performance.getEntriesByName("canvas-usable").length > 0);
    const visible = await page.evaluate(() => performance.getEntriesByName("canvas-usable")[0]?.startTime ?? 0);
    // What is fetched once the canvas can be used is not part of a drag.
    await page.waitForTimeout(1500);
    return { canvas, visible: Math.round(visible), ...(await dragPace(page, node)) };
  } finally {
    await page.close();
    await server.close();
  }
}

async function newPage(from: Browser): Promise<Page> {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

/** Puts the flow where the app keeps its flows, then opens it as a person would who comes back. */
async function openFlow(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "New flow" }).first().waitFor();
  await page.evaluate(store, JSON.stringify(flow));
  await page.goto("about:blank");
  await page.goto(`${url}#/flow/${flow.id}`);
}

async function openBare(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#${steps},${flow.edges.length}`);
}

/** As text, because the type of a flow is too deep for what Playwright infers of an argument. */
function store(text: string): Promise<void> {
  const stored: { id: string } = JSON.parse(text);
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("gatehouse-drawings");
    opening.addEventListener("success", () => {
      const writing = opening.result.transaction("flows", "readwrite");
      writing.objectStore("flows").put({ id: stored.id, flow: stored, createdAt: 0, editedAt: 0 });
      writing.addEventListener("complete", () => {
        opening.result.close();
        resolve();
      });
      writing.addEventListener("error", () => reject(writing.error));
    });
    opening.addEventListener("error", () => reject(opening.error));
  });
}
