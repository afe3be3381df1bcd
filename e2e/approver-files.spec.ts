import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, unzipSync } from "fflate";
import { ApprovalsPage } from "./pages/approvals-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

const lamp = "The lamp in order A1007 arrived broken. Can I get my money back?";
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatehouse-"));
});
test.afterEach(() => rm(folder, { recursive: true }));

async function gatehouse(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["bin/gatehouse.mjs", ...args]);
  return stdout;
}

test("a profile made in another browser decides from the file; the evidence holds offline and names the signer", async ({
  page,
  browser,
  baseURL,
}) => {
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say(lamp);
  await expect(flow.waitingCard).toBeVisible();
  const address = page.url();
  const deny = flow.waitingCard.getByRole("button", { name: "Deny", exact: true });
  for (const part of [flow.waitingCard.getByRole("list"), flow.waitingCard.getByText(/^If you deny/u), deny])
    await expect(part).toBeInViewport({ ratio: 1 });
  const request = await inbox.send();
  await inbox.open();

  const elsewhere = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
  const there = new ApprovalsPage(await elsewhere.newPage());
  const vkey = await there.makeProfile("Rosa", "lead");
  await there.open();
  await there.openFile(request);
  await expect(there.card).toContainText("Refund 480.00 EUR for order A1007");
  await expect(there.card).toContainText("Support agent asks to use Refund");
  await expect(there.card).toContainText("Customer support with refunds, chat with Nora Lindqvist, asked");
  await expect(there.card.getByRole("listitem").filter({ hasText: "Amount" })).toContainText("480.00 EUR");
  const decision = await there.saved(there.card.getByRole("button", { name: "Approve", exact: true }));
  await elsewhere.close();

  await inbox.openFile(decision);
  await expect(page.getByRole("dialog")).toContainText(vkey);
  await page.getByRole("button", { name: "It is their key, let it count" }).click();
  await expect(page.getByText(/^Approved by Rosa/u)).toBeVisible();
  await page.goto(address);
  await expect(flow.line("Refunded 480.00 EUR to Visa ending 4417")).toHaveCount(1);
  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: "lamp" }).getByRole("link").click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export evidence" }).click();
  const bundle = join(folder, "run.zip");
  await (await saving).saveAs(bundle);
  const report = JSON.parse(await gatehouse("verify", bundle, "--json"));
  expect(report).toMatchObject({ verdict: "SELF-CONSISTENT", codes: [], notes: [] });
  const events = gunzipSync(unzipSync(await readFile(bundle))["trace/events.jsonl.gz"] ?? new Uint8Array());
  expect(new TextDecoder().decode(events)).toContain(JSON.stringify(vkey));
});
