import { EditorPage } from "./pages/editor-page.ts";
import { expect, test } from "./pages/test.ts";

test("while a step is moved, lines show with what it stands in a row or a column", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.useTemplate("Customer support with refunds");
  const guides = page.locator(".guide");
  const box = await editor.node("fallback").boundingBox();
  if (box === null) throw new Error("The step is not on the canvas.");
  const middle = { x: box.x + box.width / 2, y: box.y + 12 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await expect(guides).toHaveCount(0);
  // Somewhere on the way up it stands in a row with others.
  await expect(async () => {
    for (let step = 1; step <= 50; step += 1) {
      await page.mouse.move(middle.x, middle.y - step * 6);
      if ((await guides.count()) > 0) return;
    }
    throw new Error("No line was shown.");
  }).toPass();
  await page.mouse.up();
  await expect(guides).toHaveCount(0);
});
