import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

test("a request from the inbox is decided on the command line, and its decision counts once and unchanged", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say(lamp);
  await expect(flow.waitingCard).toBeVisible();
  await inbox.open();
  const [ask, answer] = [join(folder, "ask.json"), join(folder, "answer.json")];
  await writeFile(ask, await inbox.send());
  const state = ["--state", join(folder, "state")];
  expect(await gatehouse("approve", "--from", ask, "--by", "Rosa", "--output", answer, ...state)).toContain("A1007");
  const decision = await readFile(answer, "utf8");

  await inbox.openFile("{}");
  await expect(page.getByText("This is neither a decision nor a request for approval.")).toBeVisible();
  await inbox.openFile(decision.replace('"approve"', '"deny"'));
  await expect(page.getByText("The signature does not fit this decision, so it does not count.")).toBeVisible();
  await inbox.openFile(decision.replace('"name": "Rosa"', '"name": "Mara Okafor"'));
  await expect(page.getByText("The signature does not fit this decision")).not.toHaveCount(0);
  await inbox.openFile(decision.replace(/"origin": "[^"]*"/u, '"origin": "elsewhere/run/r1"'));
  await expect(page.getByText("The request that this decides was not made in this browser.")).toBeVisible();

  await inbox.openFile(decision);
  await expect(page.getByRole("dialog")).toContainText("Rosa, lead");
  await page.getByRole("button", { name: "It is their key, let it count" }).click();
  await expect(page.getByText(/^Approved by Rosa/u)).toBeVisible();
  await inbox.openFile(decision);
  await expect(page.getByText("This decision counts already; it is in the trace.")).toBeVisible();
});

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

test("who asked for it does not decide it, and what was denied stays denied", async ({ page }) => {
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  await inbox.makeProfile("Nora", "lead");
  await flow.useTemplate("Customer support with refunds");
  await flow.say(lamp);
  await expect(flow.waitingCard).toBeVisible();
  const address = page.url();
  await inbox.open();
  await inbox.actAs("Nora, lead");
  await expect(inbox.card).toHaveCount(0);
  await inbox.actAs("Mara Okafor, lead");
  await inbox.decide("Deny");
  await expect(page.getByText(/^Denied by Mara Okafor/u)).toBeVisible();
  await page.goto(address);
  await flow.hears("Mara Okafor denied it");
  await flow.say("The lamp in order A1007 is broken. I want my money back.");
  await expect(flow.line("A person has denied this call already")).toBeVisible();
  await expect(flow.waitingCard).toHaveCount(0);
});
