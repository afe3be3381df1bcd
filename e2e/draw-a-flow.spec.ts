import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("from an empty canvas to a flow that answers, by dragging and drawing wires", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.drag("Chat input", 130, 90);
  await editor.press("Escape");
  await editor.drag("Agent", 400, 90);
  await editor.press("Escape");
  await editor.drag("Reply", 900, 90);
  await editor.press("Escape");
  await expect(editor.nodes.filter({ hasNotText: "suggested" })).toHaveCount(3);
  await editor.connect(editor.port("chat-input", "out:message"), editor.port("agent", "in:message"));
  await editor.connect(editor.port("agent", "out:reply"), editor.port("reply", "in:text"));
  await expect(editor.safety).toContainText("2 to repair");

  await test.step("a wire that does not fit is refused, and says why", async () => {
    await editor.drawWire(editor.port("agent", "socket:tool"), editor.port("reply", "in:text"));
    await expect(page.getByText("A socket takes a helper", { exact: false })).toBeVisible();
  });

  await editor.openFindings();
  await page.getByRole("button", { name: "Repair both" }).click();
  await expect(editor.safety).toContainText("All 3 steps guarded");
  await expect(editor.safety).toContainText("0 findings");

  await test.step("it is there again after the page was left", async () => {
    await page.reload();
    await editor.isUsable();
    await expect(editor.nodes).toHaveCount(5);
    await expect(editor.wires).toHaveCount(4);
  });

  const chat = new FlowPage(page);
  await chat.say("Hello, who are you?");
  await chat.hears(/\w+/u);
});

test("the same flow without a pointer", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  const search = page.getByRole("searchbox", { name: "Search nodes" });
  await editor.press("/");
  await expect(search).toBeFocused();
  for (const name of ["Chat input", "Agent", "Reply"]) {
    await search.fill(name);
    await page.getByRole("button", { name: `Add ${name}`, exact: true }).focus();
    await editor.press("Enter");
  }
  await expect(editor.wires.filter({ hasNot: page.locator(".missing") })).toHaveCount(2);
  await expect(editor.safety).toContainText("2 to repair");
  await editor.node("reply").focus();
  const before = await editor.node("reply").getAttribute("style");
  await editor.press("ArrowDown");
  await expect(editor.node("reply")).not.toHaveAttribute("style", before ?? "");
  await editor.press("Delete");
  await expect(editor.node("reply")).toHaveCount(0);
  await editor.press("Control+z");
  await expect(editor.node("reply")).toHaveCount(1);
  await editor.node("reply").press("Enter");
  await editor.press("F2");
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Answer");
  await editor.press("Enter");
  await expect(editor.node("reply")).toContainText("Answer");
});
