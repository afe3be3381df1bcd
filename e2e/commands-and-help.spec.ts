import { EditorPage } from "./pages/editor-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

test("the command palette does to the open flow what its buttons do", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.useTemplate("Customer support with refunds");
  await expect(page.getByRole("textbox", { name: /^Write as/u })).toBeEditable();
  const search = page.getByPlaceholder("Search flows, pages and actions");
  const command = async (words: string, name: string) => {
    await page.keyboard.press("Control+k");
    await search.fill(words);
    await page.getByRole("option", { name, exact: true }).click();
    await expect(search).toHaveCount(0);
  };

  await command("permission", "Permission");
  await expect(page.getByRole("complementary", { name: "Settings of the selected node" })).toContainText("Permission");
  await page.keyboard.press("Escape");
  const before = await editor.nodes.count();
  await command("add reply", "Add Reply");
  await expect(editor.nodes).toHaveCount(before + 1);
  await command("undo", "Undo");
  await expect(editor.nodes).toHaveCount(before);
  await command("find", "Show: Findings");
  await expect(page.getByRole("tab", { name: /Findings/u })).toHaveAttribute("aria-selected", "true");
  await command("versions", "Versions");
  await expect(page.getByRole("dialog", { name: "Versions" })).toBeVisible();

  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(search).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.goto("/#/settings");
  await expect(page.getByRole("heading", { name: "Models" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: "Undo" })).toHaveCount(0);
  await page.keyboard.press("Escape");
});

test("a question mark opens the keys and the words, but is a letter where one writes", async ({ page }) => {
  await page.goto("/");
  const help = page.getByRole("dialog", { name: "Keys and words" });
  const search = page.getByPlaceholder("Search flows and templates");
  await search.fill("Who");
  await search.press("?");
  await expect(search).toHaveValue("Who?");
  await expect(help).toHaveCount(0);
  await search.fill("");

  await page.getByRole("heading", { name: "Start from a template" }).click();
  await page.keyboard.press("?");
  await expect(help).toContainText("Go anywhere, do anything");
  await expect(help).toContainText("untrusted content");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.getByRole("button", { name: "Keys and words" }).click();
  await expect(help).toBeVisible();
});
