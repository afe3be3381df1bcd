import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test("after a run a wire tells what went through it, and data view who may read what a tool answered", async ({
  page,
}) => {
  const chat = new FlowPage(page);
  await chat.useTemplate("Customer support with refunds");
  await chat.say("Where is my order A1001?");
  await chat.hears("trail shoes");
  const words = page.locator(".wire-label");
  const message = words.filter({ hasText: "“Where is my order A1001?”" });
  await expect(message).toHaveCount(0);

  const wire = page.locator('.react-flow__edge[data-id="chat-message-to-splits-value"]');
  await wire.hover({ force: true });
  await expect(message).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(message).toHaveCount(0);
  await wire.focus();
  await page.keyboard.press("Enter");
  await expect(message).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByText("Data view").click();
  await expect(words.filter({ hasText: "only for Nora Lindqvist, lead, support" })).toBeVisible();
});

test("in a low window the invitation gives way to the place where a message is written", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await page.getByRole("button", { name: "Add Ask a model", exact: true }).click();
  await expect(page.getByText("Embedded demo assistant (no AI model)").first()).toBeVisible();
  const send = await page.getByRole("button", { name: "Send", exact: true }).boundingBox();
  expect((send?.y ?? 720) + (send?.height ?? 720)).toBeLessThanOrEqual(712);
  await expect(new FlowPage(page).composer).toHaveAttribute("placeholder", "Write as A customer");
});
