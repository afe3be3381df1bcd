import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ApprovalsPage } from "./pages/approvals-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gatehouse-"));
});
test.afterEach(() => rm(folder, { recursive: true }));

/** Ana's decision, signed with the key that she has in that place. */
async function answered(request: string, place: string): Promise<string> {
  const [ask, answer] = [join(folder, "ask.json"), join(folder, "answer.json")];
  await writeFile(ask, request);
  const there = ["--by", "Ana", "--output", answer, "--state", join(folder, place)];
  const call = ["bin/gatehouse.mjs", "approve", "--from", ask, ...there];
  const { stdout } = await promisify(execFile)(process.execPath, call);
  expect(stdout).toMatch(/A100[27]/u);
  return readFile(answer, "utf8");
}

test("a decision made on the command line counts once and unchanged; its key, once confirmed, is asked about no more until it is forgotten", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  const dialog = page.getByRole("dialog");
  await flow.useTemplate("Customer support with refunds");
  const chat = page.url();
  const requestFor = async (text: string): Promise<string> => {
    await page.goto(chat);
    await flow.newChat();
    await flow.say(text);
    await expect(flow.waitingCard).toBeVisible();
    await inbox.open();
    return inbox.send();
  };

  await flow.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  await expect(flow.waitingCard).toBeVisible();
  await inbox.open();
  const first = await inbox.send();
  const decision = await answered(first, "ana");
  await test.step("what was changed on the way, or is for elsewhere, says so", async () => {
    await inbox.openFile("{}");
    await expect(page.getByText("This is neither a decision nor a request for approval.")).toBeVisible();
    await inbox.openFile(decision.replace('"approve"', '"deny"'));
    await expect(page.getByText("The signature does not fit this decision, so it does not count.")).toBeVisible();
    await inbox.openFile(decision.replace('"name": "Ana"', '"name": "Mara Okafor"'));
    await expect(page.getByText("The signature does not fit this decision")).not.toHaveCount(0);
    await inbox.openFile(decision.replace(/"origin": "[^"]*"/u, '"origin": "elsewhere/run/r1"'));
    await expect(page.getByText("The request that this decides was not made in this browser.")).toBeVisible();
  });
  await inbox.openFile(decision);
  await expect(dialog).toContainText("Whose key is this?");
  await expect(dialog).toContainText("Ana, lead");
  await page.getByRole("button", { name: "It is their key, let it count" }).click();
  await expect(page.getByText("The key is remembered")).toBeVisible();
  await expect(page.getByText(/^Approved by Ana/u)).toHaveCount(1);
  await inbox.openFile(decision);
  await expect(page.getByText("This decision counts already; it is in the trace.")).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);

  const second = await requestFor("Please refund 120 EUR for order A1002.");
  await inbox.openFile(await answered(second, "somebody"));
  await expect(dialog).toContainText("Another key in the name of Ana");
  await expect(dialog.getByRole("alert")).toContainText("This is not the key that is known here as Ana’s.");
  await page.keyboard.press("Escape");
  await expect(inbox.card).toContainText("120.00 EUR");
  await inbox.openFile(await answered(second, "ana"));
  await expect(page.getByText("The decision of Ana counts and is in the trace.", { exact: true })).toBeVisible();
  await expect(page.getByText(/^Approved by Ana/u)).toHaveCount(2);
  await expect(page.getByRole("combobox", { name: "Acting as" })).not.toContainText("Ana");

  await page.goto("/#/settings");
  const row = page.getByRole("listitem").filter({ hasText: "Ana, lead" });
  await expect(row).toContainText("Decides elsewhere; you have confirmed this key");
  await row.getByRole("button", { name: "Forget the key of Ana" }).click();
  await expect(row).toHaveCount(0);
  const third = await requestFor("Please refund 120 EUR for order A1002.");
  await inbox.openFile(await answered(third, "ana"));
  await expect(dialog).toContainText("Whose key is this?");
});
