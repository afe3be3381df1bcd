import { readFile } from "node:fs/promises";
import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { startStockService } from "./pages/stock-service.ts";
import { expect, test } from "./pages/test.ts";

test("a service of one's own becomes a tool: read, corrected, allowed, called once under a signed permission", async ({
  page,
}) => {
  let keys: unknown;
  const service = await startStockService(() => keys);
  const editor = new EditorPage(page);
  await editor.useTemplate("Customer support with refunds");
  await editor.node("agent").click();
  await page.getByRole("button", { name: "Add HTTP request", exact: true }).focus();
  await editor.press("Enter");
  const panel = page.getByRole("complementary", { name: /settings|HTTP request/iu });
  const sentence = panel.locator(".tool-sentence");

  await test.step("what it does is read off its settings, the stricter where that is not clear", async () => {
    await expect(sentence).toHaveText("Sends something to somebody.");
    await panel.getByLabel("Name", { exact: true }).first().fill("look_up_stock");
    await panel.getByLabel("What it does", { exact: true }).fill("Looks up how many pieces of a product are in stock.");
    await panel.getByLabel("Address").fill(`${service.origin}/stock/{productId}`);
    await panel.getByRole("button", { name: "Add to Arguments" }).click();
    const argument = panel.locator(".item.block").first();
    await argument.getByLabel("Name", { exact: true }).fill("productId");
    await argument.getByLabel("Example").fill("P100");
    await expect(sentence).toHaveText("Looks something up. Which: productId.");
    await panel.getByLabel("Method").selectOption("POST");
    await expect(sentence).toHaveText("Changes or adds something. Which: productId.");
  });

  await test.step("a person corrects it", async () => {
    await panel.getByLabel("Effect").selectOption("read");
    await expect(sentence).toHaveText("Looks something up. Which: productId.");
    await panel.getByRole("button", { name: "Take everything as read" }).click();
    await expect(sentence).toHaveText("Changes or adds something. Which: productId.");
    await panel.getByLabel("Method").selectOption("GET");
    await expect(editor.node("http-request")).toContainText("Reads from 127.0.0.1");
    await panel.getByText("More", { exact: true }).click();
    await panel.getByRole("button", { name: "Add to What people say" }).click();
    await panel.locator(".items input").last().fill("how many pieces of P100 are in stock");
  });

  await test.step("its key is kept on this device, and not in the flow", async () => {
    await panel.getByRole("switch", { name: "Send a key" }).click();
    await panel.getByLabel("Key", { exact: true }).fill("s3cr3t-stock-key");
    await panel.getByRole("button", { name: "Keep this key" }).click();
    await expect(panel.getByText("A key for this host is kept on this device.")).toBeVisible();
    await expect(panel.getByLabel("Key", { exact: true })).toHaveValue("");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const saved = await readFile(await (await download).path(), "utf8");
    expect(saved).toContain("look_up_stock");
    expect(saved).not.toContain("s3cr3t-stock-key");
  });

  await test.step("the public key is saved for the service", async () => {
    const download = page.waitForEvent("download");
    await panel.getByRole("button", { name: "Save public key" }).click();
    keys = JSON.parse(await readFile(await (await download).path(), "utf8"));
  });

  await editor.openFindings();
  await page.getByRole("button", { name: "Add a rule for Look up stock" }).first().click();
  await expect(editor.safety).toContainText("guarded");
  await page.getByRole("tab", { name: /^Chat/u }).click();
  const chat = new FlowPage(page);
  await chat.say("How many pieces of P100 are in stock?");

  await test.step("while the call is made, the permission counts down", async () => {
    const now = page.getByRole("list", { name: "What may be used now" });
    await expect(now).toContainText("Look up stock (product id: P100)");
    await expect(now).toContainText(/[12]\d s left/u);
    const before = await now.textContent();
    await expect(now).not.toHaveText(before ?? "");
    service.answer();
    await expect(now).toHaveCount(0);
  });

  await chat.hears("7");
  expect(service.checked).toMatchObject([{ ok: true }]);
  expect(service.authorized).toEqual(["Bearer s3cr3t-stock-key"]);

  await test.step("the trace tells how the permission ended", async () => {
    await page.getByRole("tab", { name: /^Trace/u }).click();
    await page.getByText("1 permission:").click();
    await expect(page.locator(".grant-row")).toContainText(/for 30 s, at 127\.0\.0\.1:\d+, signed\s*used at step \d+/u);
    await page.locator(".grant-row").click();
    await expect(page.getByText("Permission used once and ended").first()).toBeVisible();
  });
  service.close();
});
