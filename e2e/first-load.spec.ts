import { gzipSync } from "node:zlib";
import { expect, test } from "./pages/test.ts";
import { FlowPage } from "./pages/flow-page.ts";

/** Bytes of gzipped script, as the README and ARCHITECTURE promise it. */
const limit = 250 * 1024;

test("from the first page to a canvas that can be used, little script is fetched", async ({ page }) => {
  const fetched: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!/javascript/u.test(response.headers()["content-type"] ?? "")) return;
    fetched.push(
      response.body().then(
        (body) => gzipSync(body, { level: 9 }).length,
        () => 0,
      ),
    );
  });
  const flow = new FlowPage(page);
  await page.goto("/");
  await page.getByRole("button", { name: "Use Customer support with refunds" }).click();
  await page.waitForFunction(() => performance.getEntriesByName("canvas-usable").length > 0);
  const sizes = await Promise.all(fetched.slice());
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(sizes.length).toBeGreaterThan(5);
  expect(total).toBeGreaterThan(100_000);
  expect(total).toBeLessThanOrEqual(limit);
  await expect(flow.composer).toBeVisible();
});
