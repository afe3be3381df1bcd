import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ApprovalsPage } from "./pages/approvals-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

const lamp = "The lamp in order A1007 arrived broken. Can I get my money back?";
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatehouse-"));
});
test.afterEach(() => rm(folder, { recursive: true }));

async function answered(request: string): Promise<string> {
  const [ask, answer] = [join(folder, "ask.json"), join(folder, "answer.json")];
  await writeFile(ask, request);
  const there = ["--by", "Rosa", "--output", answer, "--state", join(folder, "state")];
  await promisify(execFile)(process.execPath, ["bin/gatehouse.mjs", "approve", "--from", ask, ...there]);
  return readFile(answer, "utf8");
}

test("a file for what was decided, for other arguments, or for a chat that was ended says so, and nothing is lost", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  const ask = async (text: string): Promise<string> => {
    await flow.say(text);
    await expect(flow.waitingCard).toBeVisible();
    await inbox.open();
    return inbox.send();
  };
  await flow.useTemplate("Customer support with refunds");
  const chat = page.url();
  const first = await answered(await ask(lamp));
  await inbox.decide("Deny");
  await expect(page.getByText(/^Denied by Mara Okafor/u)).toBeVisible();
  await inbox.openFile(first);
  await expect(page.getByText("This request was decided before this file came")).toBeVisible();

  await page.goto(chat);
  await flow.hears("Mara Okafor denied it");
  const second = await answered(await ask("Please refund 120 EUR for order A1002."));
  const asIfForSecond = JSON.stringify({ ...JSON.parse(first), approvalId: JSON.parse(second).approvalId });
  await inbox.openFile(asIfForSecond);
  await expect(page.getByText("The signature does not fit this decision, so it does not count.")).toBeVisible();
  await expect(inbox.card).toContainText("120.00 EUR");

  await page.goto(chat);
  await flow.newChat();
  await inbox.open();
  await inbox.openFile(second);
  await expect(page.getByText("The chat that asked for this was ended before this file came")).toBeVisible();
  await page.goto(chat);
  const third = await answered(await ask("Please refund 120 EUR for order A1002."));
  await inbox.openFile(JSON.stringify({ ...JSON.parse(second), origin: JSON.parse(third).origin }));
  await expect(page.getByText("The signature does not fit this decision, so it does not count.")).not.toHaveCount(0);

  await inbox.drop(third);
  await expect(page.getByRole("dialog")).toContainText("Rosa, lead");
  await page.keyboard.press("Escape");
  await expect(inbox.card).toContainText("120.00 EUR");
  await inbox.drop(third);
  await page.getByRole("button", { name: "It is their key, let it count" }).click();
  await expect(page.getByText(/^Approved by Rosa/u)).toBeVisible();
  await inbox.drop(third);
  await expect(page.getByText("This decision counts already; it is in the trace.")).toBeVisible();
});

test("a file that comes when the time is over changes nothing, and a request that is too old is not decided", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say(lamp);
  await expect(flow.waitingCard).toBeVisible();
  await inbox.open();
  const request = await inbox.send();
  const decision = await answered(request);
  await page.clock.setSystemTime(Date.now() + 61 * 60_000);
  await page.reload();
  await inbox.openFile(decision);
  await expect(page.getByText("The time to decide this request is over and it is denied")).toBeVisible();
  await inbox.openFile(request);
  await expect(page.getByText("The time to decide this request is over, so a decision would not count.")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
