import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import { unzipSync } from "fflate";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

async function chatAndOpenTrace(page: Page): Promise<void> {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("What is the state of order A1007?");
  await flow.hears("floor lamp");
  await page.goto("/#/traces");
  await page.getByRole("searchbox", { name: "Search the runs" }).fill("nora A1007");
  await page.getByRole("row").filter({ hasText: "What is the state of order A1007?" }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed so far\. \d+ steps\. Verified just now\.$/u })).toBeVisible();
}

async function exportEvidence(page: Page, info: TestInfo): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export evidence" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Customer support with refunds-r[0-9a-f]{20}\.gatehouse\.zip$/u);
  const file = info.outputPath("evidence.zip");
  await download.saveAs(file);
  return file;
}

/** What the command line says about a bundle, and how it ends. */
async function verdictOn(file: string, ...options: string[]): Promise<{ exit: number; verdict: unknown }> {
  const judge = [process.execPath, "bin/gatehouse.mjs", "verify", file, ...options, "--json"] as const;
  const { code, stdout } = await new Promise<{ code: number | null; stdout: string }>((resolve) => {
    const child = execFile(judge[0], judge.slice(1), (_problem, out) => resolve({ code: child.exitCode, stdout: out }));
  });
  return { exit: code ?? -1, verdict: JSON.parse(stdout) };
}

async function workspaceKey(page: Page): Promise<string> {
  await page.goto("/#/settings");
  return (await page.locator("code.vkey").first().textContent()) ?? "";
}

test("a run's evidence is one file, its steps go to other tools, and what is changed anywhere is found", async ({
  page,
}, info) => {
  await chatAndOpenTrace(page);
  const trace = page.url();
  await test.step("its steps are saved as a table and for telemetry viewers", async () => {
    const saved = async (format: string) => {
      await page.getByRole("button", { name: "For other tools" }).press("Enter");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: format }).press("Enter"),
      ]);
      const file = info.outputPath(download.suggestedFilename());
      await download.saveAs(file);
      return { name: download.suggestedFilename(), content: await readFile(file) };
    };
    const table = await saved("Table of steps (CSV)");
    expect(table.name).toMatch(/^Customer support with refunds-r[0-9a-f]{20}\.csv$/u);
    expect(table.content.toString("utf8")).toMatch(
      /^\uFEFF"number","time","kind",[^]*What is the state of order A1007\?""/u,
    );
    const json = await saved("OpenTelemetry (OTLP JSON)");
    expect(JSON.parse(json.content.toString("utf8")).resourceSpans[0].scopeSpans[0].spans.length).toBeGreaterThan(5);
    const binary = await saved("OpenTelemetry (OTLP protobuf)");
    expect(binary.name).toMatch(/\.otlp\.pb$/u);
    expect(binary.content.includes("execute_tool look_up_order")).toBe(true);
  });
  expect(await accessibilityFaults(page)).toEqual([]);
  await test.step("the file is verified with the key that Settings shows, and failed after one changed byte", async () => {
    await expect(
      page.getByRole("heading", { name: /the note of order A1007 tried to give the assistant orders/u }),
    ).toBeVisible();
    await expect(page.getByRole("region", { name: "Chain of causes" })).toContainText("Nora Lindqvist wrote a message");
    const file = await exportEvidence(page, info);
    expect(await verdictOn(file)).toMatchObject({ exit: 0, verdict: { verdict: "SELF-CONSISTENT", codes: [] } });
    const key = await workspaceKey(page);
    expect(await verdictOn(file, "--trust", key)).toMatchObject({
      exit: 0,
      verdict: { verdict: "VERIFIED", codes: [] },
    });

    for (const part of ["flow/flow.json", "trace/events.jsonl.gz", "trace/disclosures.jsonl.gz"])
      await test.step(`one byte of ${part}`, async () => {
        const flipped = info.outputPath("flipped.zip");
        await writeFile(flipped, flippedIn(await readFile(file), part));
        const judged = await verdictOn(flipped, "--trust", key);
        expect(judged).toMatchObject({ exit: 1, verdict: { verdict: "FAILED", part } });
      });
  });
  await page.goto(trace);
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
  await test.step("a line that is changed in the browser's storage breaks the seal, and the step is named", async () => {
    await page.evaluate(alterStoredLine, 9);
    await page.getByRole("button", { name: "Verify again" }).click();
    await expect(page.getByRole("heading", { name: /^Broken at step 9\.$/u })).toBeVisible();
    await page.reload();
    await expect(page.getByText("The stored log of this run does not verify any more.").first()).toBeVisible();
  });
});

/** With one bit turned in the middle of a member, which a ZIP without compression holds as it is. */
function flippedIn(bundle: Uint8Array, part: string): Uint8Array {
  const data = unzipSync(bundle)[part];
  const at = data === undefined ? -1 : Buffer.from(bundle).indexOf(data);
  if (data === undefined || at < 0) throw new Error(`The bundle has no ${part}.`);
  const middle = at + Math.floor(data.length / 2);
  const flipped = Uint8Array.from(bundle);
  flipped[middle] = (flipped[middle] ?? 0) ^ 1;
  return flipped;
}

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
