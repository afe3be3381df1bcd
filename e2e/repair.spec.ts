import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("a model that nothing guards does not run; one press repairs it, and undo takes the repair back", async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.useTemplate("Customer support with refunds");
  await expect(editor.safety).toContainText("All 12 steps guarded");
  await editor.node("firewall").click();
  await editor.press("Delete");
  await expect(editor.safety).toContainText("to repair before it can run");
  await expect(page.getByRole("button", { name: /^Run/u })).toHaveAttribute("aria-disabled", "true");

  await test.step("the chat refuses as well", async () => {
    await page.getByRole("textbox", { name: /^Write as/u }).fill("Where is my order A1001?");
    await editor.press("Enter");
    await expect(page.getByText("This flow has something to repair before it can run.")).toBeVisible();
  });

  await test.step("the missing guard stands where it belongs, and a press puts it there", async () => {
    await expect(editor.nodes.filter({ hasText: "suggested" })).toHaveCount(1);
    await editor.openFindings();
    await page.getByRole("button", { name: "Support agent has no firewall" }).click();
    await expect(page.locator(".callout")).toContainText("Can be undone");
    await page.locator(".callout").getByRole("button", { name: "Add a firewall" }).click();
    await expect(editor.nodes.filter({ hasText: "suggested" })).toHaveCount(0);
    await expect(editor.node("firewall")).toBeVisible();
  });

  await test.step("undo and redo", async () => {
    await page.getByRole("button", { name: /^Undo/u }).click();
    await expect(editor.nodes.filter({ hasText: "suggested" })).toHaveCount(1);
    await page.getByRole("button", { name: /^Redo/u }).click();
    await expect(editor.nodes.filter({ hasText: "suggested" })).toHaveCount(0);
  });

  await test.step("what only the old firewall led to is connected anew, and it runs", async () => {
    await editor.connect(editor.port("firewall", "out:blocked"), editor.port("fallback", "in:text"));
    await expect(editor.safety).toContainText("0 findings");
    const chat = new FlowPage(page);
    await page.getByRole("button", { name: "Chat", exact: true }).click();
    await chat.newChat();
    await chat.say("Where is my order A1001?");
    await chat.hears("A1001");
  });
});
