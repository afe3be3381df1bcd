import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

const run = promisify(execFile);

async function chatAndOpenTrace(page: Page): Promise<void> {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("What is the state of order A1007?");
  await flow.hears("floor lamp");
  await page.goto("/#/traces");
  await page.getByRole("searchbox", { name: "Search the runs" }).fill("nora A1007");
  await page.getByRole("row").filter({ hasText: "What is the state of order A1007?" }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed\. \d+ steps\. Verified just now\.$/u })).toBeVisible();
}

test("a run's evidence is saved as one file that the command line verifies", async ({ page }, info) => {
  await chatAndOpenTrace(page);
  await expect(
    page.getByRole("heading", { name: /the note of order A1007 tried to give the assistant orders/u }),
  ).toBeVisible();
  await expect(page.getByRole("region", { name: "Chain of causes" })).toContainText("Nora Lindqvist wrote a message");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export evidence" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Customer support with refunds-r[0-9a-f]{20}\.gatehouse\.zip$/u);
  const file = info.outputPath("evidence.zip");
  await download.saveAs(file);
  const { stdout } = await run(process.execPath, ["bin/gatehouse.mjs", "verify", file, "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: "SELF-CONSISTENT", codes: [] });
});

test("a line that is changed in the browser's storage breaks the seal, and the step is named", async ({ page }) => {
  await chatAndOpenTrace(page);
  await page.evaluate(alterStoredLine, 9);
  await page.getByRole("button", { name: "Verify again" }).click();
  await expect(page.getByRole("heading", { name: /^Broken at step 9\.$/u })).toBeVisible();
  await page.reload();
  await expect(page.getByText("The stored log of this run does not verify any more.").first()).toBeVisible();
});

/** As a script could that got hold of the database. */
function alterStoredLine(seq: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("gatehouse");
    opening.addEventListener("error", () => reject(new Error("The database did not open.")));
    opening.addEventListener("success", () => {
      const lines = opening.result.transaction("lines", "readwrite").objectStore("lines");
      const cursors = lines.openCursor();
      cursors.addEventListener("success", () => {
        const cursor = cursors.result;
        if (cursor === null) return resolve();
        if (cursor.value.seq === seq)
          cursor.update({ ...cursor.value, line: cursor.value.line.replace("agent", "agenT") });
        cursor.continue();
      });
    });
  });
}
