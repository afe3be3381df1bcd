import { readFile, writeFile } from "node:fs/promises";
import type { Page, TestInfo } from "@playwright/test";
import { unzipSync } from "fflate";
import { formatVkey } from "#pillars/trace";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, listenForFaults, test } from "./pages/test.ts";

/** The key of a witness who has seen none of it. */
const absentWitness = formatVkey("witness.example", new Uint8Array(32).fill(9), "cosignature");

interface Evidence {
  readonly file: string;
  /** The checking page that came in it. */
  readonly own: string;
  /** The workspace's key as Settings shows it. */
  readonly key: string;
}

async function evidence(page: Page, info: TestInfo): Promise<Evidence> {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("What is the state of order A1007?");
  await flow.hears("floor lamp");
  return exported(page, info, "What is the state of order A1007?");
}

/** The evidence of the chat in which somebody said this. */
async function exported(page: Page, info: TestInfo, words: string): Promise<Evidence> {
  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: words }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export evidence" }).click(),
  ]);
  const file = info.outputPath("evidence.zip");
  await download.saveAs(file);
  const html = unzipSync(await readFile(file))["verify.html"];
  if (html === undefined) throw new Error("The bundle has no verify.html.");
  const own = info.outputPath("verify.html");
  await writeFile(own, html);
  await page.goto("/#/settings");
  return { file, own, key: (await page.locator("code.vkey").first().textContent()) ?? "" };
}

test("whoever gets a bundle checks it with the page inside, from a file and without a network", async ({
  page,
  browser,
}, info) => {
  const { file, own, key } = await evidence(page, info);
  const bundle = await readFile(file);

  const context = await browser.newContext({ offline: true, locale: "en-GB" });
  const outside = await context.newPage();
  const faults = listenForFaults(outside);
  const requests: string[] = [];
  outside.on("request", (request) => requests.push(request.url()));
  await outside.goto(`file://${own}`);
  await drop(outside, bundle);
  await expect(outside.getByText("SELF-CONSISTENT")).toBeVisible();
  await expect(outside.getByText("The bundle lists exactly this page.")).toBeVisible();

  await test.step("with the key from another channel it is verified, and the run can be read", async () => {
    await outside.getByLabel("Keys that you approve").fill(key);
    await outside.getByRole("button", { name: "Check with these" }).click();
    await expect(outside.getByRole("heading", { name: "Verified", exact: true })).toBeVisible();
    const chat = outside.getByRole("region", { name: "Conversation" });
    await expect(chat).toContainText("What is the state of order A1007?");
    await expect(chat).toContainText("floor lamp");
    await expect(outside.getByRole("region", { name: "What the guards did" })).toContainText("removed text");
    expect(await accessibilityFaults(outside)).toEqual([]);
  });
  await test.step("witnesses can be asked for, and it is said how many have signed", async () => {
    const asked = outside.getByLabel("How many witnesses must have signed");
    await asked.fill("1");
    await expect(outside.getByText("None of the keys above is a witness's, so leave this empty")).toBeVisible();
    await outside.getByLabel("Keys that you approve").fill(`${key}\n${absentWitness}`);
    await expect(outside.getByText("1 of the keys above is a witness's.")).toBeVisible();
    await outside.getByRole("button", { name: "Check with these" }).click();
    await expect(outside.getByRole("heading", { name: "Not confirmed" })).toBeVisible();
    await expect(outside.getByText("Of the witnesses that you approve none has signed; you ask for 1.")).toBeVisible();
    expect(await accessibilityFaults(outside)).toEqual([]);
    await outside.getByLabel("How many witnesses must have signed").fill("");
    await outside.getByRole("button", { name: "Check with these" }).click();
    await expect(outside.getByRole("heading", { name: "Verified", exact: true })).toBeVisible();
  });
  await test.step("one changed byte is named in a sentence, and nothing of the run is shown", async () => {
    const flipped = Uint8Array.from(bundle);
    const at = bundle.indexOf("trace/events.jsonl.gz") + 500;
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    await outside.getByLabel("Check another file").setInputFiles({
      name: "changed.zip",
      mimeType: "application/zip",
      buffer: Buffer.from(flipped),
    });
    await expect(outside.getByRole("heading", { name: "Not confirmed" })).toBeVisible();
    await expect(
      outside.getByText("This is not a whole Gatehouse bundle: it was cut, repacked or changed."),
    ).toBeVisible();
    await expect(outside.getByRole("region", { name: "Conversation" })).toHaveCount(0);
  });
  await test.step("it speaks German, too", async () => {
    await outside.getByRole("button", { name: "Deutsch" }).click();
    await expect(outside.getByRole("heading", { name: "Nicht bestätigt" })).toBeVisible();
    expect(await accessibilityFaults(outside)).toEqual([]);
  });
  expect(requests.filter((url) => !url.startsWith("file://"))).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test("enough witnesses have signed: what an approver cosigned is verified and anchored, and one who is missing is missed", async ({
  page,
  browser,
}, info) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("Please refund 120 EUR for order A1002.");
  await flow.decide("Approve");
  await flow.hears("120.00 EUR");
  const { file, own, key } = await exported(page, info, "Please refund 120 EUR");
  const row = page.getByRole("listitem").filter({ hasText: "Mara Okafor, lead" });
  const witness = ((await row.locator(".mono").textContent()) ?? "").replace(/^.*?(?=approver-)/u, "");
  expect(witness).toMatch(/^approver-/u);

  const context = await browser.newContext({ offline: true, locale: "en-GB" });
  const outside = await context.newPage();
  const faults = listenForFaults(outside);
  await outside.goto(`file://${own}`);
  await drop(outside, await readFile(file));
  await outside.getByLabel("Keys that you approve").fill(`${key}\n${witness}\n${absentWitness}`);
  await expect(outside.getByText("2 of the keys above are witnesses'.")).toBeVisible();
  const asked = outside.getByLabel("How many witnesses must have signed");
  await asked.fill("1");
  await outside.getByRole("button", { name: "Check with these" }).click();
  await expect(outside.getByRole("heading", { name: "Verified and anchored" })).toBeVisible();
  await expect(outside.getByText("Of the witnesses that you approve 1 has signed; you ask for 1.")).toBeVisible();
  await expect(outside.getByRole("region", { name: "Conversation" })).toContainText("Please refund 120 EUR");
  expect(await accessibilityFaults(outside)).toEqual([]);

  await test.step("two are one too many", async () => {
    await outside.getByLabel("How many witnesses must have signed").fill("2");
    await outside.getByRole("button", { name: "Check with these" }).click();
    await expect(outside.getByRole("heading", { name: "Not confirmed" })).toBeVisible();
    await expect(outside.getByText("Of the witnesses that you approve 1 has signed; you ask for 2.")).toBeVisible();
  });
  expect(faults).toEqual([]);
  await context.close();
});

/** As a person lets go of the file over the page. */
async function drop(page: Page, bundle: Uint8Array): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], "evidence.zip"));
      return data;
    },
    [...bundle],
  );
  await page.getByRole("region", { name: "Drop a bundle here" }).dispatchEvent("drop", { dataTransfer });
}
