import { drawCodeFlow } from "./pages/code-flow.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

test("on a narrow screen a step is chosen, its code written and tried, and the canvas keeps what was chosen", async ({
  page,
}) => {
  const editor = await drawCodeFlow(page);
  await page.setViewportSize({ width: 400, height: 860 });
  const show = (pane: string) => page.getByText(pane, { exact: true }).first().click();

  await show("Canvas");
  await editor.node("code").click();
  await show("Settings");
  await page.getByRole("button", { name: "Open the editor" }).click();
  const dialog = page.getByRole("dialog", { name: "Code" });
  await dialog.getByRole("textbox", { name: "Code." }).focus();
  await editor.press("Control+a");
  await page.keyboard.insertText("\nreturn input.lines.length;");
  await dialog.getByRole("textbox", { name: "Input" }).fill('"a"');
  await dialog.getByRole("button", { name: "Run" }).click();
  await expect(dialog.getByRole("tabpanel").getByText("There is nothing to read “length” from")).toBeInViewport();
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("button", { name: "Close" }).last().click();

  for (let look = 0; look < 2; look++) {
    await show("Canvas");
    await expect(editor.node("code")).toHaveClass(/\bselected\b/u);
    await show("Settings");
    await expect(page.getByRole("button", { name: "Open the editor" })).toBeVisible();
  }
});
