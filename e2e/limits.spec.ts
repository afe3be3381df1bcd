import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test("a limit for the day holds over chats, and the meter shows how far each limit is used", async ({ page }) => {
  const flow = new FlowPage(page);
  const editor = new EditorPage(page);
  await flow.useTemplate("Customer support with refunds");
  await editor.isUsable();
  await editor.node("limits").click();
  await page.getByLabel("Tool calls a day").fill("2");
  await flow.say("Where is my order A1001?");
  await flow.hears("A1001");
  await page.getByRole("button", { name: /see all limits$/u }).click();
  const meters = page.getByRole("dialog", { name: "What the limits leave" });
  await expect(meters.getByRole("meter", { name: "2 of 12 steps" })).toBeVisible();
  await expect(meters.getByRole("meter", { name: "1 of 2 tool calls" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(meters).toBeHidden();

  await flow.newChat();
  await flow.say("Where is my order A1001?");
  await flow.hears("A1001");
  await expect(page.getByRole("status").filter({ hasText: "Used up: 2 of 2 tool calls" })).toHaveCount(1);
  await flow.newChat();
  await flow.say("Where is my order A1001?");
  await expect(flow.line("All chats of this flow together may use 2 tool calls a day")).toHaveCount(1);
});
