import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, unzipSync } from "fflate";
import { ApprovalsPage } from "./pages/approvals-page.ts";
import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

const lamp = "The lamp in order A1007 arrived broken. Can I get my money back?";
const refunded = "Refunded 480.00 EUR to Visa ending 4417";

test("two people have to approve: not the one who asked, not one twice; both decisions are signed in the evidence", async ({
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "gatehouse-"));
  const flow = new FlowPage(page);
  const inbox = new ApprovalsPage(page);
  const keys = [await inbox.makeProfile("Ana", "lead"), await inbox.makeProfile("Ben", "lead")];
  await inbox.makeProfile("Nora Lindqvist", "lead");
  await flow.useTemplate("Customer support with refunds");
  await new EditorPage(page).node("gate").click();
  await page.getByLabel("How many people").fill("2");
  await flow.say(lamp);
  await expect(flow.waitingCard).toContainText("Two different people have to approve this");
  const chat = page.url();

  await inbox.open();
  await inbox.actAs("Nora Lindqvist, lead");
  await expect(inbox.card).toHaveCount(0);
  await page.getByRole("radio", { name: /^All/u }).check({ force: true });
  await inbox.decide("Approve");
  await expect(page.getByRole("alert")).toContainText("The person who asked may not approve it.");
  await page.getByRole("radio", { name: /^For me/u }).check({ force: true });

  await inbox.actAs("Ana, lead");
  await inbox.decide("Approve");
  await expect(inbox.card).toHaveCount(0);
  await page.getByRole("radio", { name: /^All/u }).check({ force: true });
  await expect(inbox.card).toContainText("Ana has approved; a second, different person has to as well.");
  await inbox.decide("Approve");
  await expect(page.getByRole("alert")).toContainText("A second, different person has to approve this.");
  await page.goto(chat);
  await expect(flow.line("Ana approved a refund of 480.00 EUR (1 of 2)")).toHaveCount(1);
  await expect(flow.line(refunded)).toHaveCount(0);
  await expect(flow.waitingCard).toContainText("Ana has approved");

  await flow.waitingCard.getByRole("combobox", { name: "Deciding as" }).selectOption({ label: "Ben, lead" });
  await flow.decide("Approve");
  await expect(flow.line("Ben approved a refund of 480.00 EUR (2 of 2)")).toHaveCount(1);
  await expect(flow.line(refunded)).toHaveCount(1);

  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: "lamp" }).getByRole("link").click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export evidence" }).click();
  const bundle = join(folder, "run.zip");
  await (await saving).saveAs(bundle);
  const told = await promisify(execFile)(process.execPath, ["bin/gatehouse.mjs", "verify", bundle, "--json"]);
  expect(JSON.parse(told.stdout)).toMatchObject({ verdict: "SELF-CONSISTENT", codes: [], notes: [] });
  const events = gunzipSync(unzipSync(await readFile(bundle))["trace/events.jsonl.gz"] ?? new Uint8Array());
  const decisions = new TextDecoder()
    .decode(events)
    .split("\n")
    .filter((line) => line.includes('"approval.decision"'));
  expect(decisions).toHaveLength(2);
  for (const [at, key] of keys.entries()) expect(decisions[at]).toContain(JSON.stringify(key));
  await rm(folder, { recursive: true });
});
